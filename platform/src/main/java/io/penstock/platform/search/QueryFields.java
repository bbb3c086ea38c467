package io.penstock.platform.search;

import io.penstock.query.CheckedQuery;
import io.penstock.query.Checker;
import io.penstock.query.CompiledQuery;
import io.penstock.query.Completer;
import io.penstock.query.Completion;
import io.penstock.query.FieldCatalogue;
import io.penstock.query.Frame;
import io.penstock.query.Parser;
import io.penstock.query.QueryException;
import io.penstock.query.QueryField;
import io.penstock.query.SqlCompiler;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The fields a query may use, with their documentation, for help and suggestions. */
@Component
public class QueryFields {

    private static final Frame ASSET_OF_FINDING =
            new Frame(
                    "f.asset_id in (select a.asset_id from asset a"
                            + " where a.tenant_id = :tenant and {})");
    private static final Frame FINDING_OF_ASSET =
            new Frame(
                    "exists (select 1 from finding f where f.tenant_id = :tenant"
                            + " and f.asset_id = a.asset_id and {})");

    private final FieldCatalogue findings;
    private final FieldCatalogue assets;
    private final Clock clock;

    public QueryFields(Clock clock) {
        this.clock = clock;
        this.findings =
                new FieldCatalogue(
                        joined(FindingFields.all(), AssetFields.all(), ASSET_OF_FINDING),
                        FindingFields.words(),
                        SubObjects.ofFindings(ASSET_OF_FINDING),
                        UnavailableTokens.all());
        this.assets =
                new FieldCatalogue(
                        joined(AssetFields.all(), FindingFields.all(), FINDING_OF_ASSET),
                        AssetFields.words(),
                        SubObjects.ofAssets(FINDING_OF_ASSET),
                        UnavailableTokens.all());
    }

    /** Fields of the findings page, its own first. */
    public List<QueryField> findings() {
        return findings.fields();
    }

    /** Fields of the assets page, its own first. */
    public List<QueryField> assets() {
        return assets.fields();
    }

    /** What may be typed at a place of a query over findings or over assets. */
    Completion complete(Searched over, String text, int caret) {
        var catalogue =
                switch (over) {
                    case FINDINGS -> findings;
                    case ASSETS -> assets;
                };
        return Completer.complete(text, caret, catalogue, clock.instant());
    }

    /**
     * Does nothing when the text is a query over findings.
     *
     * @throws QueryException when it is not
     */
    public void checkFindings(String query) {
        checked(query, findings);
    }

    /** As {@link #checkFindings}, over assets. */
    public void checkAssets(String query) {
        checked(query, assets);
    }

    /**
     * A condition over {@code finding f}.
     *
     * @throws QueryException when the text is not a query over findings
     */
    CompiledQuery forFindings(String query) {
        return compiled(query, findings);
    }

    /** A condition over {@code asset a}; otherwise as {@link #forFindings}. */
    CompiledQuery forAssets(String query) {
        return compiled(query, assets);
    }

    /** A condition over {@code finding f}: of the findings, those on assets that match too. */
    CompiledQuery forFindings(ExportQuery query) {
        var own = checked(query.findings(), findings);
        return SqlCompiler.compile(
                query.assets().isBlank()
                        ? own
                        : own.and(checked(query.assets(), assets).in(ASSET_OF_FINDING)));
    }

    /** A condition over {@code asset a}: of the assets, those with a finding that matches too. */
    CompiledQuery forAssets(ExportQuery query) {
        var own = checked(query.assets(), assets);
        return SqlCompiler.compile(
                query.findings().isBlank()
                        ? own
                        : own.and(checked(query.findings(), findings).in(FINDING_OF_ASSET)));
    }

    private CompiledQuery compiled(String query, FieldCatalogue catalogue) {
        return SqlCompiler.compile(checked(query, catalogue));
    }

    private CheckedQuery checked(String query, FieldCatalogue catalogue) {
        return Checker.check(Parser.parse(query), catalogue, clock.instant());
    }

    private static List<QueryField> joined(
            List<QueryField> own, List<QueryField> others, Frame frame) {
        return Stream.concat(own.stream(), others.stream().map(field -> field.in(frame))).toList();
    }
}
