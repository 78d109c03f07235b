/**
 * Hides small groups, before anything is published. Services that a city pack marks as personal or sensitive are told
 * by months that are over and by one dimension at a time; cells under k are hidden, and enough others that none can be
 * computed back from sums.
 */
@NullMarked
package city.luotsi.jobs.protect;

import org.jspecify.annotations.NullMarked;
