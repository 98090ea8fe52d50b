package io.kakou.models.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kakou.models.Box;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetTest {
    private static final String HEADINGS = "source\tfolder\tlabels\tclasses\tgroups\tlicence";

    @TempDir
    Path folder = Path.of("");

    @Test
    void yolo_labels_groups_and_pictures_without_a_label() throws Exception {
        picture("lift/a.png");
        picture("lift/b.png");
        write("boxes/a.txt", "7 0.5 0.5 0.2 0.4\n3 0.1 0.1 0.1 0.1\n");
        List<Sample> samples = read("tiles\tlift\tyolo:boxes\t7=e-bike,3=bicycle\told/x=a;old/y=b\tnone");
        assertThat(samples).hasSize(2);
        assertThat(samples.get(0).truth()).isEqualTo("e-bike");
        assertThat(samples.get(0).boxes()).containsExactly(new Box(0.4, 0.3, 0.6, 0.7));
        assertThat(samples.get(0).group()).isEqualTo("old/x");
        assertThat(samples.get(0).family()).isEqualTo("old");
        assertThat(samples.get(1).truth()).isEqualTo(Sample.NONE);
    }

    @Test
    void voc_labels_are_in_pixels() throws Exception {
        picture("stills/a.png");
        write(
                "xml/a.xml",
                """
                <annotation><size><width>200</width><height>100</height></size>
                <object><name>ebike</name><bndbox><xmin>50</xmin><ymin>25</ymin><xmax>100</xmax><ymax>100</ymax></bndbox>
                </object></annotation>""");
        List<Sample> samples = read("voc\tstills\tvoc:xml\tebike=e-bike\t\tnone");
        assertThat(samples.get(0).boxes()).containsExactly(new Box(0.25, 0.25, 0.5, 1));
        assertThat(samples.get(0).group()).isEqualTo("voc");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "tiles;absent;none;;;-|line 2: folder is \"absent\"; allowed: a folder below",
                "tiles;.;some;;;-|line 2: labels is \"some\"; allowed: none, every, yolo:FOLDER, voc:FOLDER",
                "tiles;.;yolo:.;7;;-|line 2: classes is \"7\"; allowed: class=word",
                "tiles;.;none;;x;-|line 2: groups is \"x\"; allowed: name=picture",
                "a;b;c;d;e;f;g|line 2: 7 columns; allowed: 6"
            })
    void a_wrong_table_is_told_by_line_and_value(String row, String told) throws Exception {
        picture("a.png");
        assertThatThrownBy(() -> read(row.replace(';', '\t')))
                .isInstanceOf(UnreadableDataset.class)
                .hasMessageContaining(told);
    }

    @Test
    void a_wrong_label_is_told_by_file_and_line() throws Exception {
        picture("lift/a.png");
        write("boxes/a.txt", "7 0.5 half 0.2 0.4\n");
        assertThatThrownBy(() -> read("tiles\tlift\tyolo:boxes\t7=e-bike\t\tnone"))
                .hasMessageContaining("a.txt line 1: \"7 0.5 half 0.2 0.4\"; allowed: class x y width height");
    }

    @Test
    void a_missing_heading_is_named() {
        assertThatThrownBy(() -> Table.of("t.tsv", List.of("file\tcamera"), "file", "truth"))
                .hasMessage("t.tsv line 1: no column truth among [file, camera]; allowed: file, truth, between tabs");
    }

    @Test
    void what_is_no_picture_is_named() throws Exception {
        Path file = Files.writeString(folder.resolve("text.jpg"), "text");
        assertThatThrownBy(() -> PictureFile.read(file)).hasMessageContaining("text.jpg is no picture; allowed: JPEG");
    }

    private List<Sample> read(String row) throws UnreadableDataset {
        return Dataset.read(folder, Table.of("t.tsv", List.of(HEADINGS, row), "source", "folder"), Map.of(), "e-bike");
    }

    private void picture(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
