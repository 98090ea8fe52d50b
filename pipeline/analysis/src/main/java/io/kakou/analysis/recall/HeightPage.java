package io.kakou.analysis.recall;

import io.kakou.analysis.stature.StatureMemory;
import io.kakou.models.Size;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One camera's page of the book. */
final class HeightPage implements HeightKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(HeightPage.class);
    /** A kill loses no more than so much learning; less: more writing, for 1,500 cameras five files a second. */
    private static final double SECONDS = 300;

    private final HeightBook book;
    private final String camera;
    private final String address;
    private @Nullable Size size;
    private StatureMemory written = StatureMemory.EMPTY;
    private StatureMemory newest = StatureMemory.EMPTY;
    private double writtenSeconds = Double.NaN;

    HeightPage(HeightBook book, String camera, String address) {
        this.book = book;
        this.camera = camera;
        this.address = address;
    }

    @Override
    public synchronized StatureMemory recall(Size picture) {
        size = picture;
        newest = book.read(camera)
                .filter(kept -> fits(kept, picture))
                .map(kept -> kept.heights().ofEarlier())
                .orElse(StatureMemory.EMPTY);
        written = newest;
        return newest;
    }

    private boolean fits(KeptHeights kept, Size picture) {
        boolean fits = kept.address().equals(address) && kept.size().equals(picture);
        if (!fits) {
            LOG.info(
                    "{} has another address or picture size ({}x{}) than when its heights were learned: they are learned anew",
                    camera,
                    picture.width(),
                    picture.height());
        }
        return fits;
    }

    @Override
    public synchronized void keep(StatureMemory learned, double seconds) {
        newest = learned;
        if (Double.isNaN(writtenSeconds)) {
            writtenSeconds = seconds;
        }
        if (seconds - writtenSeconds >= SECONDS) {
            writtenSeconds = seconds;
            write();
        }
    }

    @Override
    public synchronized void close() {
        write();
    }

    /** A camera's thread is stopped by an interrupt, which would close the file under the writer. */
    private void write() {
        if (size == null || newest.equals(written)) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            book.write(new KeptHeights(camera, address, size.width(), size.height(), newest));
            written = newest;
        } catch (IOException e) {
            LOG.warn("learned heights of {} are not kept, it is tried again: {}", camera, e.toString());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
