package io.penstock.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who may only look sees no secret, and no form, button or link that would be refused. */
@ExtendWith(InBrowser.class)
class ViewerIT {

    /** What a viewer may send: these change nothing but what is his own. */
    private static final Pattern FORMS =
            Pattern.compile("/sign-out|/account/.*|/searches.*|/reports.*|.*/columns");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4,12}){4}|\\?.*");
    private static final int FORBIDDEN = 403;

    private final Set<String> tried = new HashSet<>();

    @TestFactory
    Stream<DynamicTest> everyScreenShowsNothingThatIsRefused(World world) {
        return Screens.ALL.stream()
                .map(screen -> DynamicTest.dynamicTest(screen.name(), () -> look(world, screen)));
    }

    @TestFactory
    Stream<DynamicTest> theServerRefusesAnAdministratorsScreen(World world) {
        return Screens.ADMINISTRATORS.stream()
                .map(screen ->
                        DynamicTest.dynamicTest(
                                screen.name(),
                                () -> {
                                    try (var tab = world.viewer()) {
                                        tab.watch().expect(FORBIDDEN);
                                        screen.enter(tab, world.site());
                                        assertThat(tab.heading("Not allowed").count()).isOne();
                                    }
                                }));
    }

    private void look(World world, Screen screen) {
        try (var tab = world.viewer()) {
            screen.enter(tab, world.site());
            assertThat(tab.page().content())
                    .doesNotContain(world.site().source().client().secret())
                    .doesNotContain(world.site().engine().password());
            assertThat(forms(tab)).isNotEmpty().allMatch(FORMS.asMatchPredicate());
            for (var address : links(tab)) {
                if (tried.add(ID.matcher(address).replaceAll("*"))) {
                    var answer = tab.page().request().get(address);
                    assertThat(answer.status()).as(address).isNotEqualTo(FORBIDDEN);
                    answer.dispose();
                }
            }
        }
    }

    /** Where the forms of a page are sent that change something. */
    private static List<String> forms(Tab tab) {
        return texts(
                        tab,
                        """
                        () => [...document.querySelectorAll('form')]
                          .filter((form) => form.method === 'post' && form.querySelector('button'))
                          .map((form) => form.action)
                        """)
                .stream()
                .map(address -> URI.create(address).getPath())
                .toList();
    }

    private static List<String> links(Tab tab) {
        return texts(tab, "() => [...document.links].map((link) => link.href)");
    }

    @SuppressWarnings("unchecked") // The scripts above give arrays of texts.
    private static List<String> texts(Tab tab, String script) {
        return (List<String>) tab.page().evaluate(script);
    }
}
