/** The jobs: files become a lake of events, the lake becomes key figures, key figures become a publication. */
@NullMarked
package city.luotsi.jobs;

import org.jspecify.annotations.NullMarked;
