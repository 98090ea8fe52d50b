package io.kakou.models.training.water;

import io.kakou.models.Picture;
import io.kakou.models.dataset.PictureFile;
import io.kakou.models.dataset.Table;
import io.kakou.models.dataset.UnreadableDataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pictures that the water head is trained and tested on, as a table of sources says. */
public final class WaterSources {
    private static final String IMAGES = "images";
    /** A picture with less water than this is no picture of a flood, and none of a dry road. */
    private static final double SOME = 0.1;

    private static final int SAMPLES = 20;

    private final Path data;
    private final Map<String, Path> films;

    private WaterSources(Path data, Map<String, Path> films) {
        this.data = data;
        this.films = films;
    }

    /**
     * All pictures of all sources, in the table's order.
     *
     * @param films folders with the frames of sources that are films, by source
     */
    static List<WaterPicture> read(Path data, Table sources, Map<String, Path> films) throws UnreadableDataset {
        WaterSources reader = new WaterSources(data, films);
        List<WaterPicture> pictures = new ArrayList<>();
        for (Table.Row row : sources.rows()) {
            pictures.addAll(reader.source(row));
        }
        return pictures;
    }

    private List<WaterPicture> source(Table.Row row) throws UnreadableDataset {
        String labels = row.get("labels");
        Path folder = films.getOrDefault(row.get("source"), data.resolve(row.get("folder")));
        if (!Files.isDirectory(folder)) {
            throw row.refused("folder", "a folder below " + data + ", or a film");
        }
        Path list = data.resolve(labels.substring(labels.indexOf(':') + 1));
        String kind = labels.replaceFirst(":.*", "");
        return switch (kind) {
            case "none" -> dry(row, PictureFile.in(folder));
            case "masks" -> masked(row, folder);
            case "listed" -> dry(row, listed(folder, list));
            case "buses" -> buses(row, folder, list);
            case "cameras" -> cameras(row, folder, list);
            default -> throw row.refused("labels", "none, masks, listed:FILE, buses:FILE, cameras:FILE");
        };
    }

    private static List<WaterPicture> dry(Table.Row row, List<Path> files) {
        String source = row.get("source");
        return files.stream()
                .map(file -> new WaterPicture(file, source, source, false, false))
                .toList();
    }

    /** Those whose second column says no. */
    private static List<Path> listed(Path folder, Path list) throws UnreadableDataset {
        List<Path> files = new ArrayList<>();
        for (Table.Row row : Table.read(list, "file").rows()) {
            String water = row.values().entrySet().stream()
                    .filter(entry -> !entry.getKey().equals("file"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
            if (water.equals("no")) {
                files.add(folder.resolve(row.get("file")));
            }
        }
        return files;
    }

    /** In folders named images, with a PNG of the same name in a folder named masks beside it. */
    private static List<WaterPicture> masked(Table.Row row, Path folder) throws UnreadableDataset {
        List<WaterPicture> pictures = new ArrayList<>();
        for (Path file : PictureFile.in(folder)) {
            Path images = file.getParent();
            if (images == null || !images.endsWith(IMAGES)) {
                continue;
            }
            Path mask = images.resolveSibling("masks").resolve(stem(file) + ".png");
            double share = share(PictureFile.read(mask));
            Boolean flooded = share >= SOME ? Boolean.TRUE : share == 0 ? Boolean.FALSE : null;
            pictures.add(new WaterPicture(file, row.get("source"), row.get("source"), flooded, false));
        }
        return pictures;
    }

    /** Of a mask, how much is white. */
    private static double share(Picture mask) {
        int water = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            int row = i / SAMPLES;
            int rgb = mask.rgbAt(i % SAMPLES * mask.width() / SAMPLES, row * mask.height() / SAMPLES);
            water += (rgb & 0xff) > 127 ? 1 : 0;
        }
        return water / (double) (SAMPLES * SAMPLES);
    }

    /** One of each near-copy, none that was turned into black corners, none whose shallowest bus may stand on wet road. */
    private static List<WaterPicture> buses(Table.Row source, Path folder, Path list) throws UnreadableDataset {
        List<WaterPicture> pictures = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Table table = Table.read(list, "split", "file", "min_level", "rotation_black_corners", "near_copy_group");
        for (Table.Row row : table.rows()) {
            boolean isTurned = !row.get("rotation_black_corners").equals("0.0");
            if (isTurned || row.get("min_level").equals("0") || !seen.add(row.get("near_copy_group"))) {
                continue;
            }
            Path images = folder.resolve(row.get("split")).resolve(IMAGES);
            String group = source.get("source");
            pictures.add(new WaterPicture(images.resolve(row.get("file")), group, group, true, false));
        }
        return pictures;
    }

    private static List<WaterPicture> cameras(Table.Row source, Path folder, Path list) throws UnreadableDataset {
        List<WaterPicture> pictures = new ArrayList<>();
        for (Table.Row row :
                Table.read(list, "file", "camera", "flooded", "unclear").rows()) {
            Boolean flooded = row.get("unclear").equals("yes")
                    ? null
                    : (Boolean) row.get("flooded").equals("yes");
            String group = source.get("source") + "/" + row.get("camera");
            pictures.add(new WaterPicture(folder.resolve(row.get("file")), source.get("source"), group, flooded, true));
        }
        return pictures;
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
