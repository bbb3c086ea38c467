package io.penstock.platform.search;

import io.penstock.query.Checker;
import io.penstock.query.CompiledQuery;
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

    private CompiledQuery compiled(String query, FieldCatalogue catalogue) {
        return SqlCompiler.compile(Checker.check(Parser.parse(query), catalogue, clock.instant()));
    }

    private static List<QueryField> joined(
            List<QueryField> own, List<QueryField> others, Frame frame) {
        return Stream.concat(own.stream(), others.stream().map(field -> field.in(frame))).toList();
    }
}
