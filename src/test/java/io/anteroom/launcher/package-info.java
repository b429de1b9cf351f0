/**
 * Tests of the launcher script, which is no Java. It depends on nothing of Anteroom: the script
 * runs in temporary checkouts, with fake JDKs and a fake Maven.
 */
@NullMarked
package io.anteroom.launcher;

import org.jspecify.annotations.NullMarked;
