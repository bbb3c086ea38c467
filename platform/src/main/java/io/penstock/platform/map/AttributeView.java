package io.penstock.platform.map;

/**
 * One attribute of a model, source or target alike.
 *
 * @param key the path in a source model, the target key in the target model
 * @param type in lower case, as in maps
 * @param many true when it holds a list
 */
public record AttributeView(
        String key,
        String label,
        String type,
        boolean required,
        boolean many,
        String description,
        String example) {}
