package io.permanence.store.consent;

/**
 * A text people agree to.
 *
 * @param language {@code fr} or {@code en}
 * @param hash SHA-256 of the body in UTF-8, lower-case hexadecimal
 */
public record ConsentText(
    Purpose purpose, int version, String language, String body, String hash) {}
