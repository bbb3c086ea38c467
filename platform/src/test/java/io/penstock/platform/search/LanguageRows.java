package io.penstock.platform.search;

import io.penstock.platform.search.Facts.Thing;
import io.penstock.query.Parser;
import io.penstock.query.Query;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What queries ask for, and what they find by their plain meaning. */
final class LanguageRows {

    private static final Facts FACTS = Facts.read();
    private static final PlainMeaning OF_FINDINGS =
            new PlainMeaning(
                    SeededInventory.fields().findings(), List.of("finding.title", "finding.cveId"));
    private static final PlainMeaning OF_ASSETS =
            new PlainMeaning(
                    SeededInventory.fields().assets(),
                    List.of(
                            "asset.name",
                            "operatingSystem.name",
                            "asset.biosSerialNumber",
                            "hardware.manufacturer",
                            "asset.interface.address",
                            "asset.interface.macAddress",
                            "asset.biosHardwareUUID",
                            "asset.fqdn",
                            "asset.cloudInstanceId",
                            "cloud.provider"));

    private LanguageRows() {}

    /** Names of what matches, in their order. */
    static String meant(String page, String query) {
        return page.equals("f")
                ? meant(FACTS.findings(), OF_FINDINGS, query)
                : meant(FACTS.assets(), OF_ASSETS, query);
    }

    private static String meant(Map<String, Thing> things, PlainMeaning meaning, String query) {
        var tree = Parser.parse(query);
        return things.entrySet().stream()
                .filter(thing -> meaning.holds(tree, thing.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" "));
    }

    /** Full names of the fields of a query, in lower case. */
    static Stream<String> names(Query query) {
        return names(query, "");
    }

    private static Stream<String> names(Query query, String path) {
        return switch (query) {
            case Query.All _, Query.Words _ -> Stream.empty();
            case Query.And and -> and.parts().stream().flatMap(part -> names(part, path));
            case Query.Or or -> or.parts().stream().flatMap(part -> names(part, path));
            case Query.Not not -> names(not.part(), path);
            case Query.Group group -> names(group.part(), path + group.path() + ".");
            case Query.Term term -> Stream.of((path + term.field()).toLowerCase(Locale.ROOT));
        };
    }
}
