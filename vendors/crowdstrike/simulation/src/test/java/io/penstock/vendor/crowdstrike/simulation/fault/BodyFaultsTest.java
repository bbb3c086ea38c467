package io.penstock.vendor.crowdstrike.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.io.EOFException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.StreamSupport;

class BodyFaultsTest {

    @Test
    void cutsTheTextOfAPackedBody() throws Exception {
        try (Served tenant = Served.with("truncated", "at:2")) {
            String good = Served.text(tenant.findings());
            HttpResponse<byte[]> cut = tenant.findings();

            assertThat(cut.statusCode()).isEqualTo(200);
            assertThat(Served.header(cut, "content-encoding")).isEqualTo("gzip");
            assertThat(good).startsWith(Served.text(cut));
            assertThat(Served.text(cut)).hasSize(good.length() / 2);
        }
    }

    @Test
    void cutsAPackedBodyItself() throws Exception {
        try (Served tenant = Served.with("truncated", "at:2/form:bytes/keep:999999999")) {
            byte[] good = tenant.findings().body();
            HttpResponse<byte[]> cut = tenant.findings();

            assertThat(cut.body()).isEqualTo(Arrays.copyOf(good, good.length - 1));
            assertThatThrownBy(() -> Served.text(cut)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void cutsABodyThatIsNotPacked() throws Exception {
        try (Served tenant = Served.with("truncated", "at:2/keep:10")) {
            String good = Served.text(tenant.hosts());

            assertThat(Served.text(tenant.hosts())).isEqualTo(good.substring(0, 10));
            assertThat(Served.text(tenant.hosts())).isEqualTo(good);
        }
    }

    @Test
    void breaksTheConnectionInTheMiddle() throws Exception {
        try (Served tenant = Served.with("cut-connection", "first:1")) {
            assertThatThrownBy(tenant::findings).isInstanceOf(IOException.class);
            assertThat(tenant.findings().statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"partial,50", "none,0", "full,100"})
    void putsErrorsIntoAGoodAnswer(String form, int rows) throws Exception {
        try (Served tenant = Served.with("errors-in-200", "always/form:" + form)) {
            HttpResponse<byte[]> answer = tenant.findings();

            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode body = Served.json(answer);
            assertThat(body.get("resources")).hasSize(rows);
            assertThat(body.at("/errors/0/code").asInt()).isEqualTo(500);
            assertThat(body.at("/meta/pagination/after").asString()).isNotEmpty();
        }
    }

    @Test
    void leavesOutIdsToo() throws Exception {
        try (Served tenant = Served.with("errors-in-200", "at:2")) {
            JsonNode all = Served.json(tenant.hosts()).get("resources");
            JsonNode half = Served.json(tenant.hosts()).get("resources");

            assertThat(all).hasSize(60);
            assertThat(texts(half)).isEqualTo(Arrays.copyOf(texts(all), 30));
        }
    }

    @Test
    void saysThatThereAreNoErrorsInThreeWays() throws Exception {
        try (Served tenant = Served.with("errors-form", "at:2")) {
            assertThat(Served.json(tenant.findings()).has("errors")).isFalse();
            assertThat(Served.json(tenant.findings()).get("errors").isNull()).isTrue();
            tenant.control("PUT", "options/errors-form", "always/form:empty");
            assertThat(Served.text(tenant.hosts())).endsWith(",\n \"errors\": []\n}");
        }
    }

    @Test
    void letsABodyDrip() throws Exception {
        try (Served tenant = Served.with("slow-body", "at:2/pieces:40/pause:10")) {
            byte[] good = tenant.findings().body();
            long begun = System.nanoTime();
            byte[] slow = tenant.findings().body();
            long millis = (System.nanoTime() - begun) / 1_000_000;

            assertThat(slow).isEqualTo(good);
            assertThat(millis).isGreaterThanOrEqualTo(380);
        }
    }

    @Test
    void letsABodyStop() throws Exception {
        try (Served tenant = Served.with("stalled-body", "at:2/keep:100/seconds:1")) {
            byte[] good = tenant.findings().body();
            long begun = System.nanoTime();
            byte[] late = tenant.findings().body();
            long millis = (System.nanoTime() - begun) / 1_000_000;

            assertThat(late).isEqualTo(good);
            assertThat(millis).isGreaterThanOrEqualTo(990);
        }
    }

    @Test
    void combinesFaults() throws Exception {
        try (Served tenant =
                Served.with(
                        "errors-in-200", "always", "errors-form", "always", "truncated", "at:2")) {
            assertThat(Served.json(tenant.findings()).get("errors")).hasSize(1);
            assertThat(Served.text(tenant.findings())).doesNotContain("\"errors\"");
        }
    }

    private static String[] texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toArray(String[]::new);
    }
}
