package io.kakou.models.coco;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * COCO's words. Of the ids 1 to 90, 80 have one.
 *
 * @see <a href="https://arxiv.org/abs/1405.0312">Lin et al., Microsoft COCO</a>, the 2017 detection categories
 */
final class CocoLabels {
    static final int IDS = 90;

    /** Comma after comma: an id without a word. */
    private static final String[] WORDS = ("person,bicycle,car,motorcycle,airplane,bus,train,truck,boat,traffic light,"
                    + "fire hydrant,,stop sign,parking meter,bench,bird,cat,dog,horse,sheep,"
                    + "cow,elephant,bear,zebra,giraffe,,backpack,umbrella,,,"
                    + "handbag,tie,suitcase,frisbee,skis,snowboard,sports ball,kite,baseball bat,baseball glove,"
                    + "skateboard,surfboard,tennis racket,bottle,,wine glass,cup,fork,knife,spoon,"
                    + "bowl,banana,apple,sandwich,orange,broccoli,carrot,hot dog,pizza,donut,"
                    + "cake,chair,couch,potted plant,bed,,dining table,,,toilet,"
                    + ",tv,laptop,mouse,remote,keyboard,cell phone,microwave,oven,toaster,"
                    + "sink,refrigerator,,book,clock,vase,scissors,teddy bear,hair drier,toothbrush")
            .split(",", -1);

    private CocoLabels() {}

    /** The word for an id from 1 to 90, null where COCO has none. */
    static @Nullable String of(int id) {
        String word = WORDS[id - 1];
        return word.isEmpty() ? null : word;
    }

    /** The id for a word of {@link #of}. */
    static int id(String label) {
        int id = List.of(WORDS).indexOf(label) + 1;
        if (id == 0) {
            throw new IllegalArgumentException("label " + label + "; allowed: COCO's words");
        }
        return id;
    }
}
