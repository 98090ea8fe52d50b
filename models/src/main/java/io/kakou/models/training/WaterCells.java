package io.kakou.models.training;

import io.kakou.models.Picture;
import io.kakou.models.dataset.PictureFile;
import io.kakou.models.dataset.UnreadableDataset;
import io.kakou.models.dataset.Variation;
import io.kakou.models.features.FeatureMap;
import io.kakou.models.features.RoadBackbone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Takes cells out of pictures whose water is drawn in: a few of each kind from each, as it is and varied in all weathers. They are seen small, so that their texture is as fine as a street camera's seen large.
 */
final class WaterCells {
    private static final int EACH_KIND = 4;

    private final RoadBackbone backbone;
    private final int variations;
    private final List<Raw> cells = new ArrayList<>();

    WaterCells(RoadBackbone backbone, int variations) {
        this.backbone = backbone;
        this.variations = variations;
    }

    @SuppressWarnings("ArrayRecordComponent") // Handed on once.
    private record Raw(float[] features, boolean truth, String group) {
        private String kind() {
            return group + (truth ? "+" : "-");
        }
    }

    void add(WaterPicture picture, Ground ground) throws UnreadableDataset {
        Picture read = PictureFile.read(picture.file());
        Random random = new Random(picture.file().getFileName().toString().hashCode());
        take(picture.group(), new View(backbone.look(read), ground, null), random);
        for (int i = 0; i < variations; i++) {
            Variation variation = Variation.of(random.nextLong(), read.width() / (double) read.height());
            Picture varied = RoadWeather.over(variation.of(read, backbone.inputSize()), random);
            take(picture.group(), new View(backbone.look(varied), ground, variation), random);
        }
    }

    /** No source outweighs another by its number of cells alone. */
    List<Cells.Cell> cells() {
        Map<String, Integer> counts = new HashMap<>();
        cells.forEach(cell -> counts.merge(cell.kind(), 1, Integer::sum));
        List<Cells.Cell> weighed = new ArrayList<>();
        for (Raw raw : cells) {
            float weight = (float) (1 / Math.sqrt(counts.getOrDefault(raw.kind(), 1)));
            weighed.add(new Cells.Cell(raw.features, raw.truth, raw.group, weight));
        }
        return weighed;
    }

    private void take(String group, View view, Random random) {
        int all = view.map.columns() * view.map.rows();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        int water = 0;
        int dry = 0;
        for (int cell : order) {
            Ground.Kind kind = view.at(cell);
            if (kind == Ground.Kind.WATER && water++ < EACH_KIND) {
                cells.add(new Raw(view.features(cell), true, group));
            } else if (kind == Ground.Kind.DRY && dry++ < EACH_KIND) {
                cells.add(new Raw(view.features(cell), false, group));
            }
        }
    }

    /** One picture's map, and what its cells are. */
    private record View(FeatureMap map, Ground ground, @Nullable Variation variation) {
        private float[] features(int cell) {
            int row = cell / map.columns();
            return map.cell(cell % map.columns(), row);
        }

        /** What all of a cell is: its middle and the middles of its quarters. */
        private Ground.Kind at(int cell) {
            int row = cell / map.columns();
            double x = cell % map.columns() + 0.5;
            double y = row + 0.5;
            Ground.Kind kind = at(x, y);
            for (int quarter = 0; quarter < 4; quarter++) {
                if (at(x + (quarter % 2 - 0.5) / 2, y + (quarter < 2 ? -0.25 : 0.25)) != kind) {
                    return Ground.Kind.NOBODY_KNOWS;
                }
            }
            return kind;
        }

        private Ground.Kind at(double column, double row) {
            double x = column / map.columns();
            double y = row / map.rows();
            double[] place = variation == null ? new double[] {x, y} : variation.origin(x, y);
            boolean isInside = place[0] > 0 && place[0] < 1 && place[1] > 0 && place[1] < 1;
            return isInside ? ground.at(place[0], place[1]) : Ground.Kind.NOBODY_KNOWS;
        }
    }
}
