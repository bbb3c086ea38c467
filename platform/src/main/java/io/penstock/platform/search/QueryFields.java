package io.penstock.platform.search;

import io.penstock.query.QueryField;

import org.springframework.stereotype.Component;

import java.util.List;

/** The fields a query may use, with their documentation, for help and suggestions. */
@Component
public class QueryFields {

    /** Fields of the findings page, its own first. */
    public List<QueryField> findings() {
        return List.of();
    }

    /** Fields of the assets page, its own first. */
    public List<QueryField> assets() {
        return List.of();
    }
}
