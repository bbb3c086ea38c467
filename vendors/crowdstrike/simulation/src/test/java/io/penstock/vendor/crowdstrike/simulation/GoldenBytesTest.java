package io.penstock.vendor.crowdstrike.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** The same seed gives the same bytes from one release to the next, as long as no option is set. */
class GoldenBytesTest {

    @Test
    void pagesOfAUsualTenantStayAsTheyAre() throws Exception {
        Falcon falcon = Falcon.ofSeed(3, 1200, 12);
        List<String> lines = new ArrayList<>();
        for (String line : golden()) {
            String[] words = line.split(" ");
            String[] query = new String[words.length - 2];
            System.arraycopy(words, 2, query, 0, query.length);
            byte[] body = falcon.get(words[1], query).body();
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(body);
            lines.add(HexFormat.of().formatHex(sha) + line.substring(words[0].length()));
        }

        assertThat(lines).hasSize(7).isEqualTo(golden());
    }

    private static List<String> golden() throws Exception {
        try (InputStream in =
                GoldenBytesTest.class.getResourceAsStream("/falcon/golden-bytes.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).lines().toList();
        }
    }
}
