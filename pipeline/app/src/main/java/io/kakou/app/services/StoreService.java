package io.kakou.app.services;

import io.kakou.analysis.store.ObjectStore;
import io.kakou.analysis.store.StoreException;
import io.kakou.analysis.store.StoreSettings;
import io.kakou.app.services.ServiceTrouble.Code;

/**
 * An object store that speaks S3, as its clients reach it.
 *
 * @param endpoint {@code http://host:port} or {@code https://host}
 * @param bucket made where it is missing
 */
public record StoreService(String endpoint, String region, String bucket, String accessKey, String secretKey) {
    private static final String REGION = "us-east-1";
    private static final String BUCKET = "kakou";

    /** The usual bucket of a server that takes any region. */
    public static StoreService of(String endpoint, String accessKey, String secretKey) {
        return new StoreService(endpoint, REGION, BUCKET, accessKey, secretKey);
    }

    /** For who reads and writes it. */
    public StoreSettings settings() {
        StoreSettings usual = StoreSettings.of(endpoint, accessKey, secretKey);
        return new StoreSettings(
                endpoint,
                region,
                bucket,
                accessKey,
                secretKey,
                usual.connectSeconds(),
                usual.requestSeconds(),
                usual.tries());
    }

    /** Makes the bucket where it is missing. */
    public void open(ObjectStore store) throws ServiceTrouble {
        try {
            store.start();
        } catch (StoreException e) {
            Code code =
                    switch (e.code()) {
                        case AWAY -> Code.AWAY;
                        case REFUSED, NOT_FOUND -> Code.REFUSED;
                    };
            throw new ServiceTrouble(code, this + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Where it is, without the keys; it may be logged. */
    @Override
    public String toString() {
        return "the object store at " + endpoint + "/" + bucket;
    }
}
