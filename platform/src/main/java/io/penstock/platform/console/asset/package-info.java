/**
 * One host: its facts, what each source says of it, its tags and score, its findings, why it is one
 * asset, what has happened to it, and what people decide about it. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.console.asset;

import org.jspecify.annotations.NullMarked;
