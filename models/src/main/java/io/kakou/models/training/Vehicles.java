package io.kakou.models.training;

import io.kakou.models.Detection;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.coco.CocoDetector;
import io.kakou.models.dataset.DrawnLines;
import io.kakou.models.dataset.PictureFile;
import io.kakou.models.dataset.Sample;
import io.kakou.models.dataset.UnreadableDataset;
import io.kakou.models.dataset.Variation;
import io.kakou.models.features.FeatureMap;
import io.kakou.models.mucktruck.Evidence;
import io.kakou.models.mucktruck.MuckTruckDetector;
import io.kakou.models.mucktruck.MuckTruckHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The vehicles of pictures as {@link MuckTruckDetector} comes upon them, with what drawing was in the picture taken out. */
final class Vehicles {
    private final CocoDetector stock;

    Vehicles(CocoDetector stock) {
        this.stock = stock;
    }

    /** A vehicle's quarters, and what the stock detector says of it. */
    static final class Vehicle {
        private final float[] quarters;
        private final Evidence evidence;

        private Vehicle(float[] quarters, Evidence evidence) {
            this.quarters = quarters;
            this.evidence = evidence;
        }

        double score(Logistic.Fit fit) {
            return evidence.withBody(1 / (1 + Math.exp(-fit.at(quarters)))).score();
        }
    }

    /** All that get a second look. */
    List<Vehicle> of(Sample sample) throws UnreadableDataset {
        Picture picture = DrawnLines.removed(PictureFile.read(sample.file()));
        List<Detection> found = stock.detect(picture);
        List<Vehicle> vehicles = new ArrayList<>();
        for (Detection one : MuckTruckDetector.vehicles(picture, found, MuckTruckDetector.Settings.DEFAULT)) {
            CocoDetector.Seen crop = stock.look(MuckTruckDetector.crop(picture, one));
            vehicles.add(new Vehicle(quarters(crop), Evidence.of(one.box(), found, crop.detections(), 0)));
        }
        return vehicles;
    }

    /** A picture that is one vehicle's crop: it and its variations, to train on. */
    List<float[]> varied(Sample sample, int variations) throws UnreadableDataset {
        Picture picture = DrawnLines.removed(PictureFile.read(sample.file()));
        Random random = new Random(sample.file().getFileName().toString().hashCode());
        Size input = stock.inputSize();
        double aspect = picture.width() / (double) picture.height();
        List<float[]> all = new ArrayList<>();
        all.add(quarters(stock.look(picture)));
        for (int i = 0; i < variations; i++) {
            all.add(quarters(stock.look(Variation.of(random.nextLong(), aspect).of(picture, input))));
        }
        return all;
    }

    private static float[] quarters(CocoDetector.Seen seen) {
        return Quarters.of(FeatureMap.square(MuckTruckHead.CHANNELS, seen.maps().get(0)));
    }
}
