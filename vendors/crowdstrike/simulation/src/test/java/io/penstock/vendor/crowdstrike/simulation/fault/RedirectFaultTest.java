package io.penstock.vendor.crowdstrike.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;

class RedirectFaultTest {

    @Test
    void sendsATokenCallToTheOtherRegion() throws Exception {
        try (Served tenant = Served.with("redirect", "always/on:token")) {
            HttpResponse<byte[]> answer = tenant.login();

            assertThat(answer.statusCode()).isEqualTo(308);
            assertThat(Served.header(answer, "location"))
                    .isEqualTo("http://localhost:" + tenant.port() + "/oauth2/token");
            assertThat(Served.header(answer, "x-cs-region")).isEqualTo("us-2");
            assertThat(Served.header(answer, "x-ratelimit-limit")).isEqualTo("300");
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void sendsADataCallToTheOtherRegionAndCountsItAsOneWithoutAToken() throws Exception {
        try (Served tenant = Served.with("redirect", "always/on:spotlight")) {
            HttpResponse<byte[]> first = tenant.findings();
            HttpResponse<byte[]> second = tenant.findings();
            HttpResponse<byte[]> there = tenant.get(Served.header(second, "location"), true);

            assertThat(first.statusCode()).isEqualTo(308);
            assertThat(Served.header(first, "x-ratelimit-limit")).isEqualTo("15");
            assertThat(Served.header(first, "x-ratelimit-remaining")).isEqualTo("14");
            assertThat(Served.header(second, "x-ratelimit-remaining")).isEqualTo("13");
            assertThat(there.statusCode()).isEqualTo(200);
            assertThat(there.uri().getHost()).isEqualTo("localhost");
            assertThat(Served.header(there, "x-cs-region")).isEqualTo("us-2");
            assertThat(Served.json(there).get("resources")).hasSize(100);
        }
    }

    @Test
    void refusesAClientThatNeverLearnsItsRegion() throws Exception {
        try (Served tenant = Served.with("redirect", "always/on:discover")) {
            for (int i = 0; i < 15; i++) {
                assertThat(tenant.hosts().statusCode()).isEqualTo(308);
            }
            assertThat(tenant.hosts().statusCode()).isEqualTo(429);
        }
    }

    @Test
    void leadsWhereItIsTold() throws Exception {
        try (Served tenant = Served.with("redirect-to", "http://api.example.net:81")) {
            tenant.control("PUT", "options/redirect", "always");

            assertThat(Served.header(tenant.hosts(), "location"))
                    .isEqualTo("http://api.example.net:81/discover/queries/hosts/v1");
        }
    }
}
