package io.kakou.models.training;

import io.kakou.models.Box;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.dataset.PictureFile;
import io.kakou.models.dataset.Sample;
import io.kakou.models.dataset.UnreadableDataset;
import io.kakou.models.dataset.Variation;
import io.kakou.models.features.Backbone;
import io.kakou.models.features.FeatureMap;
import io.kakou.models.weights.CocoPart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Takes cells out of pictures: a few from each, so that no picture outweighs another. Around what is sought lie cells that
 * are half of it; they are left out.
 */
final class CellSampler {
    /** A box's edge is half wall: cells count as yes this share within it, as no this share around it. */
    private static final double WITHIN = -0.1;

    private static final double AROUND = 0.08;

    private static final int YES = 8;
    private static final int NO = 7;
    private static final int NO_ELSEWHERE = 20;
    private static final Size INPUT = CocoPart.MAPS_300.input();

    private final Backbone backbone;
    private final int variations;
    private final List<Cells.Cell> cells = new ArrayList<>();

    CellSampler(Backbone backbone, int variations) {
        this.backbone = backbone;
        this.variations = variations;
    }

    Cells cells() {
        return new Cells(cells);
    }

    /** A picture with it, as it is and varied. */
    void addWith(Sample sample) throws UnreadableDataset {
        add(sample, variations, NO);
    }

    /** A picture without it, as it is and varied once. */
    void addWithout(Sample sample) throws UnreadableDataset {
        add(new Sample(sample.file(), sample.source(), sample.group(), Sample.NONE, List.of()), 1, NO_ELSEWHERE);
    }

    private void add(Sample sample, int times, int no) throws UnreadableDataset {
        Picture picture = PictureFile.read(sample.file());
        Random random = new Random(sample.file().getFileName().toString().hashCode());
        take(new View(sample, backbone.look(picture).stride32(), null), random, no);
        double aspect = picture.width() / (double) picture.height();
        for (int i = 0; i < times; i++) {
            Variation variation = Variation.of(random.nextLong(), aspect);
            FeatureMap map = backbone.look(variation.of(picture, INPUT)).stride32();
            take(new View(sample, map, variation), random, no);
        }
    }

    private void take(View view, Random random, int no) {
        int all = view.map().columns() * view.map().rows();
        List<Integer> with = new ArrayList<>();
        List<Integer> without = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            double[] place = view.place(i);
            if (!isInPicture(place)) {
                continue;
            }
            if (Variation.isInside(view.boxes(), place, WITHIN)) {
                with.add(i);
            } else if (!Variation.isInside(view.boxes(), place, AROUND)) {
                without.add(i);
            }
        }
        draw(with, YES, random).forEach(cell -> cells.add(view.cell(cell, true)));
        draw(without, no, random).forEach(cell -> cells.add(view.cell(cell, false)));
    }

    private static List<Integer> draw(List<Integer> from, int most, Random random) {
        Collections.shuffle(from, random);
        return from.subList(0, Math.min(most, from.size()));
    }

    private static boolean isInPicture(double[] place) {
        return place[0] > 0 && place[0] < 1 && place[1] > 0 && place[1] < 1;
    }

    /** One picture's map, and where its cells were in the picture. */
    private record View(Sample sample, FeatureMap map, @Nullable Variation variation) {
        private List<Box> boxes() {
            return sample.boxes();
        }

        private double[] place(int cell) {
            int row = cell / map.columns();
            double x = (cell % map.columns() + 0.5) / map.columns();
            double y = (row + 0.5) / map.rows();
            return variation == null ? new double[] {x, y} : variation.origin(x, y);
        }

        private Cells.Cell cell(int cell, boolean truth) {
            int row = cell / map.columns();
            return new Cells.Cell(map.cell(cell % map.columns(), row), truth, sample.group());
        }
    }
}
