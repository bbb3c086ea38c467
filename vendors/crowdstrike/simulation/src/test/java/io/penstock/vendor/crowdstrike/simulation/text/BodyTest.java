package io.penstock.vendor.crowdstrike.simulation.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;

class BodyTest {

    @RepeatedTest(60)
    void gzipReadsBackAsThePlainBody(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        try (Body gzip = Body.of(true, 0);
                Body plain = Body.of(false, 0)) {
            int steps = random.nextInt(300);
            for (int step = 0; step < steps; step++) {
                byte[] text = bytes(random, random.nextInt(step == 7 ? 200_000 : 400));
                gzip.add(text);
                plain.add(text);
            }
            byte[] expected = plain.finish();

            assertThat(unpacked(gzip.finish())).as("seed %s", repetition).isEqualTo(expected);
            assertThat(gzip.plainSize()).isEqualTo(expected.length);
        }
    }

    /** Few different letters, so that repetitions are found, and some above 127. */
    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (random.nextInt(20) == 0 ? random.nextInt(256) : 'a');
        }
        return bytes;
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
