package io.penstock.engine.enrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.engine.config.EngineConfig;
import io.penstock.engine.config.RequiredSettings;
import io.penstock.source.Secret;
import io.penstock.wire.NewKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The engine's own key over several lives of the engine. */
class EngineKeysTest {

    private final List<String> enrolled = new ArrayList<>();
    private final List<String> learned = new ArrayList<>();

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("state/engine.key");
    }

    private EngineKeys keys(String token) {
        var values = RequiredSettings.environment();
        values.remove("qualys.user.username");
        values.remove("qualys.user.password");
        values.put("service.enrolment-token", token);
        values.put("service.key-file", file().toString());
        return new EngineKeys(EngineConfig.read(values), key -> learned.add(key.reveal()));
    }

    private String started(EngineKeys keys) {
        keys.signIn((token, key) -> {
            assertThat(learned).as("before it is sent").contains(key.reveal());
            enrolled.add(token.reveal());
            return "engine-1";
        });
        assertThat(keys.config().login().username()).isEqualTo("engine-1");
        return keys.config().login().password().reveal();
    }

    @Test
    void spendsItsTokenOnceAndKeepsTheKeyForItselfOnly() throws IOException {
        var key = started(keys("one-time"));
        assertThat(key).hasSize(43);
        learned.clear();
        assertThat(started(keys("one-time"))).isEqualTo(key);
        assertThat(learned).as("a key from the file").containsExactly(key);
        assertThat(enrolled).containsExactly("one-time");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void doesNotSpendItsTokenWhenTheKeyCannotBeKept() throws IOException {
        Files.writeString(folder.resolve("state"), "a file where a folder should be");
        assertThatThrownBy(() -> started(keys("one-time")))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("service.key-file");
        assertThat(enrolled).isEmpty();
    }

    @Test
    void replacesItsKeyOnOrder() {
        var keys = keys("one-time");
        var old = started(keys);
        var sent = new ArrayList<NewKey>();
        keys.replace(key -> {
            assertThat(learned).as("before it is sent").contains(old, key.key());
            sent.add(key);
        });
        assertThat(sent).hasSize(1);
        assertThat(keys.config().login().password().reveal())
                .isEqualTo(sent.getFirst().key())
                .isNotEqualTo(old);
        assertThat(started(keys("one-time"))).isEqualTo(sent.getFirst().key());
    }

    @Test
    void adoptsANewKeyOnceThoughTwoLearnedOfIt() {
        var keys = keys("one-time");
        started(keys);
        keys.replace(_ -> keys.adopt(keys.next().orElseThrow()));
        assertThat(keys.next()).isEmpty();
        assertThat(started(keys("one-time"))).isEqualTo(started(keys));
    }

    @Test
    void findsTheNewKeyAgainWhenTheReceiptWasLost() {
        var keys = keys("one-time");
        var old = started(keys);
        var sent = new ArrayList<NewKey>();
        assertThatThrownBy(() ->
                        keys.replace(key -> {
                            sent.add(key);
                            throw new FaultException(FaultKind.UNAVAILABLE, "X", "no", "");
                        }))
                .isInstanceOf(FaultException.class);
        var next = keys("one-time");
        assertThat(started(next)).isEqualTo(old);
        var kept = next.next().orElseThrow();
        assertThat(kept.password().reveal()).isEqualTo(sent.getFirst().key());
        next.adopt(kept);
        assertThat(next.config().login()).isEqualTo(kept);
        assertThat(next.next()).isEmpty();
        next.adopt(kept);
        assertThat(started(keys("one-time"))).isEqualTo(sent.getFirst().key());
    }

    @Test
    void enrolsWithTheSameKeyAgainWhenTheAnswerWasLost() throws IOException {
        var asked = new ArrayList<String>();
        assertThatThrownBy(() -> keys("one-time").signIn((_, key) -> lost(asked, key)))
                .isInstanceOf(FaultException.class);
        assertThat(file()).doesNotExist();
        assertThat(started(keys("one-time"))).isEqualTo(asked.getFirst());
    }

    @Test
    void makesANewKeyWhenTheOneItHadBegunWithIsDamaged() throws IOException {
        Files.createDirectories(folder.resolve("state"));
        Files.writeString(folder.resolve("state/engine.key.next"), "enrolling\nabc\n");
        assertThat(started(keys("one-time"))).hasSize(43);
    }

    private static String lost(List<String> asked, Secret key) {
        asked.add(key.reveal());
        throw new FaultException(FaultKind.UNAVAILABLE, "X", "no", "");
    }
}
