package io.kakou.app.demo;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.analysis.decode.VideoWriter;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The demo's story without its longueurs, to be shown in a loop: the cyclist comes, stands for a moment, backs out, and
 * the cabin stays empty for as long as the rule needs to release. It is coded anew, at any length of GOP, and may begin
 * anywhere in the story, so that several cameras do not all tell the same at once.
 *
 * @param file the film
 * @param seconds its length
 * @param firstSeen where in it some of the two-wheeler can be seen for the first time, by a person who knows where to
 *     look: the front wheel's edge behind the door
 */
public record LoopedLift(Path file, double seconds, double firstSeen) {
    private static final int FRAMES_PER_SECOND = 25;
    private static final int BITS_PER_SECOND = 1_000_000;
    private static final Size SIZE = new Size(Lens.WIDTH, Lens.HEIGHT);
    /** Odd against the grid of looks: each pass meets it elsewhere. */
    private static final int FRAMES = 278;

    private static final int COMES_FROM = frame(Story.CYCLIST_COMES - 0.1);
    private static final int COMES_TO = frame(12.6);
    private static final int LEAVES_FROM = frame(16.5);

    /**
     * Cuts and codes it.
     *
     * @param clip the demo's
     * @param share of the story that is over when it begins, 0 to 1
     */
    public static LoopedLift cut(Path clip, Path file, double gopSeconds, double share)
            throws UnreadableVideo, IOException {
        List<Picture> pictures = pictures(clip);
        int begin = (int) (share * FRAMES);
        try (VideoWriter writer = VideoWriter.create(
                file, new VideoWriter.Settings(SIZE, FRAMES_PER_SECOND, BITS_PER_SECOND, gopSeconds))) {
            for (int i = 0; i < FRAMES; i++) {
                writer.add(pictures.get((begin + i) % FRAMES));
            }
            writer.finish();
        }
        int first = Math.floorMod(frame(Story.CYCLIST_COMES) - COMES_FROM - begin, FRAMES);
        return new LoopedLift(file, seconds(FRAMES), seconds(first));
    }

    private static List<Picture> pictures(Path clip) throws UnreadableVideo {
        List<Picture> pictures = new ArrayList<>();
        try (VideoFile video = VideoFile.open(clip);
                Scaler scaler = new Scaler(SIZE)) {
            for (DecodedFrame frame = video.next(); frame != null && pictures.size() < FRAMES; frame = video.next()) {
                int number = frame(frame.seconds());
                if (number >= COMES_FROM && (number < COMES_TO || number >= LEAVES_FROM)) {
                    pictures.add(scaler.picture(frame));
                }
            }
        }
        return pictures;
    }

    private static int frame(double seconds) {
        return (int) Math.round(seconds * FRAMES_PER_SECOND);
    }

    private static double seconds(int frames) {
        return frames / (double) FRAMES_PER_SECOND;
    }
}
