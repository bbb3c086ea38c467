package io.penstock.platform.search;

import io.penstock.query.Frame;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The groups of which an asset or a finding may have several: what stands in their parentheses must
 * hold for one and the same of them.
 */
final class SubObjects {

    /** Group of an asset → the frame that all its fields share. */
    private static final Map<String, Frame> OF_ASSET =
            Map.of(
                    "asset.inventory", InventoryFields.SOURCE,
                    "inventory", InventoryFields.SOURCE,
                    "connector", InventoryFields.SOURCE,
                    "asset.tag", AssetFields.TAG,
                    "asset.tags", AssetFields.TAG,
                    "tags", AssetFields.TAG);

    private static final String ACCEPTANCE = "finding.riskAcceptance";

    private SubObjects() {}

    static Map<String, List<Frame>> ofFindings(Frame asset) {
        var groups = new HashMap<String, List<Frame>>();
        OF_ASSET.forEach((path, frame) -> groups.put(path, List.of(asset, frame)));
        groups.put(ACCEPTANCE, List.of(AcceptanceFields.ACCEPTANCE));
        return groups;
    }

    static Map<String, List<Frame>> ofAssets(Frame finding) {
        var groups = new HashMap<String, List<Frame>>();
        OF_ASSET.forEach((path, frame) -> groups.put(path, List.of(frame)));
        groups.put(ACCEPTANCE, List.of(finding, AcceptanceFields.ACCEPTANCE));
        groups.put("finding", List.of(finding));
        groups.put("vulnerabilities", List.of(finding));
        return groups;
    }
}
