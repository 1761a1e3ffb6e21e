package org.wiretally.figures;

import java.util.List;

/**
 * What reading one article gave.
 *
 * @param claims figures stated as fact, in text order
 * @param rejections what was seen and kept apart, in text order
 */
public record Extraction(List<Claim> claims, List<Rejection> rejections) {
  public Extraction {
    claims = List.copyOf(claims);
    rejections = List.copyOf(rejections);
  }
}
