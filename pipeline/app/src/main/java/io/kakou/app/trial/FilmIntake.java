package io.kakou.app.trial;

import io.kakou.analysis.decode.CodedFile;
import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.console.accounts.FirstLogin;
import io.kakou.console.trial.Trial;
import io.kakou.console.trial.TriedFilm;
import io.kakou.console.trial.TriedFilm.How;
import io.kakou.console.trial.UnfitFilm;
import io.kakou.console.trial.UnfitFilm.Reason;
import io.kakou.events.Point;
import io.kakou.models.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Takes films in: shown as they are where a camera could have sent them, else converted.
 *
 * @param folder that the cameras are served from, each under its file's name
 * @param address what the cameras' addresses begin with
 */
public record FilmIntake(FirstLogin login, List<String> staged, Point place, Path folder, String address)
        implements Trial {
    /** What a taken film's name ends with. */
    public static final String SUFFIX = ".mp4";

    private static final long MOST_BYTES = 200L * 1024 * 1024;
    private static final int MOST_FILMS = 12;
    private static final Size LARGEST = new Size(1920, 1080);
    /** A camera is judged by its keyframes, and opened at one. */
    private static final double LONGEST_GOP_SECONDS = 4;

    @Override
    public long mostBytes() {
        return MOST_BYTES;
    }

    @Override
    public TriedFilm take(Path received) throws UnfitFilm {
        String id = UUID.randomUUID().toString().substring(0, 8);
        Path kept = folder.resolve(id + SUFFIX);
        try {
            checkRoom();
            boolean fit = upright(received) && asCameraSends(received);
            TriedFilm.How how = fit ? asItIs(received, kept) : new Conversion(received).into(kept);
            return new TriedFilm(address + id, seconds(kept), how);
        } catch (UnreadableVideo e) {
            throw new UnfitFilm(Reason.NO_FILM, line(e, received), e);
        } catch (IOException e) {
            throw new UnfitFilm(Reason.NOT_KEPT, "the film cannot be kept: " + e.getMessage(), e);
        }
    }

    private void checkRoom() throws IOException, UnfitFilm {
        try (Stream<Path> files = Files.list(folder)) {
            long films = files.filter(file -> file.toString().endsWith(SUFFIX)).count();
            if (films >= MOST_FILMS) {
                throw new UnfitFilm(Reason.TOO_MANY, "there are " + films + " films here; allowed: " + MOST_FILMS);
            }
        }
    }

    /** Whether it is a film at all, coded as H.264, neither turned nor too large. */
    private static boolean upright(Path received) throws UnreadableVideo, UnfitFilm {
        try (VideoFile video = VideoFile.open(received)) {
            DecodedFrame first = video.next();
            boolean plain = first != null && first.quarterTurns() == 0 && fits(first.size());
            if (first == null || video.next() == null) {
                throw new UnfitFilm(Reason.ONE_PICTURE, "the file holds a single picture; allowed: a film");
            }
            return plain && video.codec().equals("h264");
        }
    }

    private static boolean fits(Size size) {
        return size.width() <= LARGEST.width() && size.height() <= LARGEST.height();
    }

    /** Whether its keyframes are as close as a camera's; only H.264 comes here. */
    private static boolean asCameraSends(Path received) throws UnreadableVideo {
        double keyframe = 0;
        try (CodedFile film = CodedFile.open(received)) {
            for (CodedFile.Unit unit = film.next(); unit != null; unit = film.next()) {
                if (unit.seconds() - keyframe > LONGEST_GOP_SECONDS) {
                    return false;
                }
                keyframe = unit.keyframe() ? unit.seconds() : keyframe;
            }
        }
        return true;
    }

    private static How asItIs(Path received, Path kept) throws IOException {
        Files.move(received, kept, StandardCopyOption.ATOMIC_MOVE);
        return How.AS_IT_IS;
    }

    private static double seconds(Path kept) throws UnreadableVideo {
        double last = 0;
        try (CodedFile film = CodedFile.open(kept)) {
            for (CodedFile.Unit unit = film.next(); unit != null; unit = film.next()) {
                last = Math.max(last, unit.seconds());
            }
            return last + film.frameSeconds();
        }
    }

    /** Without our name of the file, which its owner never saw. */
    private static String line(UnreadableVideo why, Path received) {
        return String.valueOf(why.getMessage()).replace(received.toString(), "the file");
    }
}
