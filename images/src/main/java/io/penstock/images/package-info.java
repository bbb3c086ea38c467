/**
 * Builds the container images from what the other modules built: a Java run time of only the needed
 * modules, the C library, and the jars. No container engine and no network is needed, and equal
 * input gives equal bytes. {@link io.penstock.images.ImagesMain} is the program, which the build
 * runs; it is single-threaded and keeps nothing.
 */
@NullMarked
package io.penstock.images;

import org.jspecify.annotations.NullMarked;
