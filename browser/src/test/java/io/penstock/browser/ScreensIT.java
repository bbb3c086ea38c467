package io.penstock.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every main screen in light, in dark, on a phone and by keyboard: accessible, quiet, pictured. */
@ExtendWith(InBrowser.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensIT {

    private final ScriptBudget scripts = new ScriptBudget();

    @TestFactory
    Stream<DynamicTest> everyScreenIsFitToBeUsed(World world) {
        return Stream.of(Screens.ALL, Screens.ADMINISTRATORS, Screens.BEHIND)
                .flatMap(List::stream)
                .map(screen ->
                        DynamicTest.dynamicTest(
                                screen.name(),
                                () -> {
                                    try (var tab = world.admin()) {
                                        screen.enter(tab, world.site());
                                        use(
                                                tab,
                                                look ->
                                                        Screenshots.take(
                                                                tab.page(), screen.name(), look));
                                    }
                                }));
    }

    @Test
    void theDoorIsFitToBeUsed(World world) {
        try (var tab = world.stranger()) {
            tab.open("/sign-in");
            use(tab, _ -> Screenshots.takeMain(tab, "sign-in"));
        }
    }

    @AfterAll
    void allScriptsTogetherAreSmall() {
        scripts.assertKept();
    }

    private void use(Tab tab, Consumer<Look> picture) {
        for (var look : Look.values()) {
            look.at(tab.page());
            if (look == Look.DARK) {
                Accessibility.checkColours(tab.page());
            } else {
                Accessibility.check(tab.page());
            }
            picture.accept(look);
        }
        Look.LIGHT.at(tab.page());
        Keyboard.walk(tab);
        scripts.add(tab);
    }
}
