package io.penstock.vendor.crowdstrike.simulation.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPInputStream;

class BodyTest {

    @RepeatedTest(60)
    void gzipReadsBackAsThePlainBody(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        Segment[] segments = new Segment[1 + random.nextInt(6)];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = new Segment(bytes(random, random.nextInt(i == 0 ? 40_000 : 700)));
        }
        try (Body gzip = Body.of(true, 0);
                Body plain = Body.of(false, 0)) {
            int steps = random.nextInt(300);
            for (int step = 0; step < steps; step++) {
                step(random, segments, gzip, plain);
            }
            byte[] expected = plain.finish();

            assertThat(unpacked(gzip.finish())).as("seed %s", repetition).isEqualTo(expected);
            assertThat(gzip.plainSize()).isEqualTo(expected.length);
        }
    }

    private static void step(Random random, Segment[] segments, Body gzip, Body plain) {
        byte[] text = bytes(random, random.nextInt(400));
        switch (random.nextInt(3)) {
            case 0 -> {
                Segment segment = segments[random.nextInt(segments.length)];
                gzip.segment(segment);
                plain.segment(segment);
            }
            case 1 -> {
                int middle = random.nextInt(text.length + 1);
                gzip.record(text, middle);
                plain.record(text, middle);
            }
            default -> {
                gzip.once(text);
                plain.once(text);
            }
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

    @Test
    void repeatsTheLastRecordInFewBytes() throws IOException {
        byte[] text =
                "{\"id\": \"0123456789\", \"name\": \"same\"}".getBytes(StandardCharsets.UTF_8);
        try (Body body = Body.of(true, 0)) {
            for (int i = 0; i < 1000; i++) {
                body.record(text, 10);
            }
            byte[] packed = body.finish();

            assertThat(packed).hasSizeLessThan(10_000);
            assertThat(unpacked(packed)).hasSize(text.length * 1000);
        }
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
