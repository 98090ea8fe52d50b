package io.kakou.benchmarks.replay;

import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import io.kakou.analysis.store.StoreException.Code;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps evidence bundles until they are taken, and lets clips and pictures go: a thousand would fill a disk. */
final class BundleShelf implements Shelf {
    private final Map<String, byte[]> bundles = new ConcurrentHashMap<>();

    @Override
    public void put(String key, byte[] bytes, String contentType) {
        if (key.startsWith("evidence/")) {
            bundles.put(key, bytes);
        }
    }

    @Override
    public byte[] get(String key) throws StoreException {
        byte[] bytes = bundles.get(key);
        if (bytes == null) {
            throw new StoreException(Code.NOT_FOUND, key + " is not there");
        }
        return bytes;
    }

    @Override
    public byte[] get(String key, long from, int length) throws StoreException {
        return Arrays.copyOfRange(get(key), (int) from, (int) from + length);
    }

    @Override
    public List<Listed> listing(String prefix) {
        return bundles.entrySet().stream()
                .filter(each -> each.getKey().startsWith(prefix))
                .map(each -> new Listed(each.getKey(), each.getValue().length))
                .toList();
    }

    @Override
    public void delete(String key) {
        bundles.remove(key);
    }
}
