package io.penstock.core.identify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.UUID;

class StableIdTest {

    @Test
    void sameInputsGiveTheSameIdOnEveryMachine() {
        var id = new StableId().with("host").with(new UUID(1, 2)).with("aid-1").take();
        assertThat(id).isEqualTo(UUID.fromString("d8a333ce-9f77-aa03-1bb9-c673c13b4d93"));
    }

    @Test
    void partsAreToldApartByTheirLengths() {
        var ids = new StableId();
        assertThat(ids.with("ab").with("c").take()).isNotEqualTo(ids.with("a").with("bc").take());
    }

    @Test
    void takingStartsAnew() {
        var ids = new StableId();
        var first = ids.with("x").take();
        assertThat(ids.with("x").take()).isEqualTo(first);
    }
}
