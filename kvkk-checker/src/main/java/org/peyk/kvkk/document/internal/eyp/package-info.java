/**
 * Packages of official correspondence (e-Yazışma, .eyp).
 */
package org.peyk.kvkk.document.internal.eyp;
