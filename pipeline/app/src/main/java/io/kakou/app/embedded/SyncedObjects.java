package io.kakou.app.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Objects as files that are on the disk before anybody hears that they are stored. The file back end leaves them in the
 * system's memory, from where a power cut takes them.
 */
final class SyncedObjects extends ForwardingBlobStore {
    private final Path root;
    private final Sync sync;

    /** Returns when a file's bytes, or a folder's names, are on the disk. */
    interface Sync {
        void force(Path path) throws IOException;
    }

    /** @param root the folder of the buckets' folders, whose files are the objects */
    SyncedObjects(BlobStore objects, Path root, Sync sync) {
        super(objects);
        this.root = root;
        this.sync = sync;
    }

    @Override
    public CreateBucketResponse createContainer(CreateBucketRequest request) {
        CreateBucketResponse made = super.createContainer(request);
        force(root.resolve(request.bucket()));
        return made;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream bytes) {
        PutObjectResponse put = super.putBlob(request, bytes);
        force(file(request.bucket(), request.key()));
        return put;
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        CopyObjectResponse copied = super.copyBlob(request);
        force(file(request.destinationBucket(), request.destinationKey()));
        return copied;
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        CompleteMultipartUploadResponse completed = super.completeMultipartUpload(upload, request);
        force(file(upload.containerName(), upload.blobName()));
        return completed;
    }

    private Path file(String bucket, String key) {
        return root.resolve(bucket).resolve(key);
    }

    /** The bytes first, then every folder above: a new folder's name stands in the one above it. */
    private void force(Path stored) {
        try {
            for (Path each = stored;
                    each.startsWith(root);
                    each = each.resolveSibling("").normalize()) {
                if (Files.exists(each)) {
                    sync.force(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the disk does not keep " + stored + ": " + e.getMessage(), e);
        }
    }
}
