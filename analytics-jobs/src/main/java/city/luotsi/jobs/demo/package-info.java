/**
 * The demonstration city: its events, made by Spark from a seed, with stories planted in them whose cause is known. See
 * docs/demonstration-city.md.
 */
@NullMarked
package city.luotsi.jobs.demo;

import org.jspecify.annotations.NullMarked;
