package io.penstock.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.identity.KeyRenewal.Change;
import io.penstock.platform.identity.KeyRenewal.Renewed;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whom it concerns when hosts begin or cease to carry a key that about as many carry as count. */
class KeyRenewalIT {

    private static final UUID KEY = new UUID(7, 7);
    private static final Set<UUID> BEFORE = Set.of(KEY);
    private static final Map<UUID, Integer> AFTER = Map.of(KEY, 3);

    private static Sources sources;

    @BeforeAll
    static void start(@TempDir Path data) {
        sources = Sources.start(data);
    }

    @AfterAll
    static void stop() {
        sources.close();
    }

    @BeforeEach
    void clear() {
        sources.clear();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false", "1, 0, true", "199, 0, true", "200, 200, true", "201, 0, true"})
    void aHostThatJoinsTakesTheMeaningFromAKeyOfTwoHundred(
            int holders, int affected, boolean linked) {
        carry(holders);

        var renewed = renew(Map.of(host(1000), new Change(true, Set.of(), AFTER)));

        assertThat(renewed.affected()).isEqualTo(hosts(0, affected));
        assertThat(renewed.linked()).isEqualTo(linked ? Set.of(host(1000)) : Set.of());
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "199, 198", "200, 199", "201, 200", "202, 0"})
    void aHostThatLeavesGivesTheMeaningBackToAKeyOfTwoHundred(int holders, int affected) {
        carry(holders);

        var renewed = renew(Map.of(host(0), new Change(true, BEFORE, Map.of())));

        assertThat(renewed.affected()).isEqualTo(hosts(1, 1 + affected));
        assertThat(renewed.linked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"199, true", "200, true", "201, true"})
    void aHostThatStaysConcernsNobodyElse(int holders, boolean linked) {
        carry(holders);

        var renewed = renew(Map.of(host(0), new Change(true, BEFORE, AFTER)));

        assertThat(renewed.affected()).isEmpty();
        assertThat(renewed.linked()).isEqualTo(linked ? Set.of(host(0)) : Set.of());
    }

    @ParameterizedTest
    @CsvSource({"401, 200", "402, 0"})
    void manyLeaveAKeyAtOnce(int holders, int affected) {
        carry(holders);
        var changes = new HashMap<UUID, Change>();
        hosts(0, 201).forEach(host -> changes.put(host, new Change(true, BEFORE, Map.of())));

        assertThat(renew(changes).affected()).isEqualTo(hosts(201, 201 + affected));
    }

    @Test
    void whoStaysIsLinkedToThoseWhoseKeyCountsAgain() {
        carry(300);
        var changes = new HashMap<UUID, Change>();
        hosts(1, 250).forEach(host -> changes.put(host, new Change(true, BEFORE, Map.of())));
        changes.put(host(0), new Change(true, BEFORE, AFTER));

        var renewed = renew(changes);

        assertThat(renewed.affected()).isEqualTo(hosts(250, 300));
        assertThat(renewed.linked()).containsExactly(host(0));
    }

    private static UUID host(int number) {
        return new UUID(0, 1 + number);
    }

    private static Set<UUID> hosts(int from, int until) {
        return IntStream.range(from, until)
                .mapToObj(KeyRenewalIT::host)
                .collect(Collectors.toSet());
    }

    private static void carry(int holders) {
        var jdbc = sources.runs().jdbc();
        for (var host : hosts(0, holders)) {
            jdbc.sql("insert into host_key (tenant_id, key, host_id, place) values (?, ?, ?, 3)")
                    .params(Sources.tenant(), KEY, host)
                    .update();
        }
    }

    private static Renewed renew(Map<UUID, Change> changes) {
        var renewal = sources.bean(KeyRenewal.class);
        return sources.bean(JdbcTemplate.class)
                .execute(
                        (ConnectionCallback<Renewed>)
                                connection -> renewal.renew(connection, Sources.tenant(), changes));
    }
}
