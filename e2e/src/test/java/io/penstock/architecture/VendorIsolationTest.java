package io.penstock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.source.SourceDescriptor;
import io.penstock.source.VendorSource;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Adding a vendor is one folder and one line, and stays so only while nobody else names one. A
 * comment may name a vendor as an example; code, SQL, templates and settings may not.
 */
class VendorIsolationTest {

    /** A program for demonstrations, measurements and the tests around it: these pick a vendor. */
    private static final Set<String> MAY_NAME_A_VENDOR = Set.of("launcher", "benchmarks", "e2e");

    private static final Pattern BLOCK_COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern LINE_COMMENT = Pattern.compile("(?m)^\\s*(?://|--|#).*$");

    /** Fonts, pictures and the like are not read as text. */
    private static final Pattern TEXT =
            Pattern.compile(".*\\.(?:java|sql|html|js|css|ya?ml|json|properties|xml|txt|md)");

    @Test
    void noModuleNamesAVendor() {
        var words = vendorWords();
        assertThat(words).as("words to look for").hasSizeGreaterThanOrEqualTo(2);
        assertThat(neutralFiles()).as("files to look at").hasSizeGreaterThan(40);
        assertThat(neutralFiles().stream().flatMap(file -> namings(file, words)))
                .as(
                        "a vendor's name outside its folder makes the next vendor a change of this"
                                + " file")
                .isEmpty();
    }

    private static Stream<String> namings(Path file, Set<String> words) {
        var code = withoutComments(Checkout.read(file)).toLowerCase(Locale.ROOT);
        var name = Checkout.name(file);
        return words.stream()
                .filter(word -> code.contains(word) || name.toLowerCase(Locale.ROOT).contains(word))
                .map(word -> name + " names " + word);
    }

    private static String withoutComments(String text) {
        var blocksOut = BLOCK_COMMENT.matcher(text).replaceAll("");
        return LINE_COMMENT.matcher(blocksOut).replaceAll("");
    }

    private static List<Path> neutralFiles() {
        return Checkout.modules().stream()
                .filter(module -> !Checkout.name(module).startsWith("vendors/"))
                .filter(module -> !MAY_NAME_A_VENDOR.contains(Checkout.name(module)))
                .flatMap(module -> Checkout.files(module.resolve("src/main")).stream())
                .filter(file -> TEXT.matcher(file.toString()).matches())
                .toList();
    }

    /** Folders of the vendors, and what their descriptors call vendor and product. */
    private static Set<String> vendorWords() {
        var words = new TreeSet<String>();
        Checkout.modules().stream()
                .map(Checkout::name)
                .filter(name -> name.startsWith("vendors/"))
                .forEach(name -> words.add(name.split("/", -1)[1]));
        ServiceLoader.load(VendorSource.class).stream()
                .map(vendor -> vendor.get().descriptor())
                .flatMap(VendorIsolationTest::names)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .forEach(words::add);
        return words;
    }

    private static Stream<String> names(SourceDescriptor descriptor) {
        return Stream.of(descriptor.key(), descriptor.vendorName(), descriptor.productName());
    }
}
