package io.penstock.vendor.crowdstrike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Random;

class IdKeyTest {

    /** As the vendor matches a pattern that starts with a star. */
    private static boolean isBelow(String id, int key) {
        return key > 0 && IdKey.below(key).stream().anyMatch(p -> id.endsWith(p.substring(1)));
    }

    @Test
    void textAndKeyAreTwoFormsOfOneThing() {
        for (int key = 0; key < IdKey.END; key += 7) {
            assertThat(IdKey.parse(IdKey.text(key))).isEqualTo(key);
            assertThat(IdKey.text(key)).hasSizeLessThanOrEqualTo(IdKey.DIGITS);
        }
    }

    @Test
    void listsOfEndingsContainEachOther() {
        var random = new Random(5);
        for (int i = 0; i < 400; i++) {
            var low = 1 + random.nextInt(IdKey.END - 2);
            var high = low + 1 + random.nextInt(IdKey.END - low - 1);
            assertThat(IdKey.below(high))
                    .as("keys %d and %d", low, high)
                    .allSatisfy(pattern -> assertThat(pattern).startsWith("*"));
            var id = "c_" + Long.toString(random.nextLong() >>> 1, 36) + (i % 3 == 0 ? "=" : "");
            assertThat(!isBelow(id, low) || isBelow(id, high)).isTrue();
        }
    }

    @Test
    void anEndingOutsideTheAlphabetIsAboveEveryKey() {
        assertThat(isBelow("c_abc=", IdKey.END - 1)).isFalse();
        assertThat(isBelow("c_abc-", 64 * 64)).isTrue();
    }

    @Test
    void refusesTextThatIsNoKey() {
        assertThatThrownBy(() -> IdKey.parse("ab=")).hasMessageContaining("'ab='");
        assertThatThrownBy(() -> IdKey.parse("abcd")).hasMessageContaining("'abcd'");
    }
}
