package io.penstock.platform.console.map;

import io.penstock.core.schema.SourceModel;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.transform.ModelJson;

/** Models of the vendors that tests have at hand. */
final class TestModels {

    private TestModels() {}

    static SourceModel hosts() {
        return ModelJson.of(new Catalogue().find("crowdstrike-onprem").orElseThrow()).getFirst();
    }
}
