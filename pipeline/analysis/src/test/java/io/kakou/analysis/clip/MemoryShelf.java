package io.kakou.analysis.clip;

import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import io.kakou.analysis.store.StoreException.Code;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;

/** A store in memory that can be away, or wait until it is told to go on. */
public final class MemoryShelf implements Shelf {
    private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private volatile boolean away;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    /** Every put waits from now on, until the latch is down. */
    public void waitFor(CountDownLatch latch) {
        gate = latch;
    }

    @Override
    public void put(String key, byte[] bytes, String contentType) throws StoreException {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new StoreException(Code.AWAY, key + ": interrupted");
        }
        if (away) {
            throw new StoreException(Code.AWAY, key + ": the store is away");
        }
        objects.put(key, bytes);
    }

    @Override
    public byte[] get(String key) throws StoreException {
        byte[] bytes = objects.get(key);
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
    public List<String> list(String prefix) {
        return listing(prefix).stream().map(Listed::key).toList();
    }

    @Override
    public List<Listed> listing(String prefix) {
        return objects.entrySet().stream()
                .filter(each -> each.getKey().startsWith(prefix))
                .map(each -> new Listed(each.getKey(), each.getValue().length))
                .toList();
    }

    @Override
    public void delete(String key) throws StoreException {
        if (away) {
            throw new StoreException(Code.AWAY, key + ": the store is away");
        }
        objects.remove(key);
    }
}
