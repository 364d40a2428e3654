# cmake -P sbom.cmake: the software bill of materials of a program that was built, as SPDX 2.3 in JSON: the program, the
# libraries that it links or opens on this machine with the Debian packages that brought them, and what is embedded.
# PROGRAM is the file, SOURCE the folder of the project, FONTS and ASSETS the embedded files as paths in it (parted by
# commas), COMPILER "GNU 12.2.0", READELF the tool, OUT what to write. The same program on the same machine gives the
# same bytes; where OUT has them already it stays as it is, date of the file and all.
cmake_minimum_required(VERSION 3.25)

# The licence that each library says of itself, by its Debian source package; also listed in src/README.md.
set(licences
    brotli=MIT
    bzip2=bzip2-1.0.6
    cmark=BSD-2-Clause
    cups=Apache-2.0
    expat=MIT
    fontconfig=HPND-sell-variant
    "freetype=FTL OR GPL-2.0-or-later"
    glib2.0=LGPL-2.1-or-later
    glibc=LGPL-2.1-or-later
    "graphite2=LGPL-2.1-or-later OR MPL-1.1 OR GPL-2.0-or-later"
    harfbuzz=MIT-Modern-Variant
    jansson=MIT
    lcms2=MIT
    libcsv=LGPL-2.1-or-later
    libdeflate=MIT
    libharu=Zlib
    libinih=BSD-3-Clause
    "libjpeg-turbo=IJG AND BSD-3-Clause AND Zlib"
    libpng1.6=libpng-2.0
    librsvg=LGPL-2.1-or-later
    libwebp=BSD-3-Clause
    libseccomp=LGPL-2.1-only
    "nettle=LGPL-3.0-or-later OR GPL-2.0-or-later"
    pcre2=BSD-3-Clause
    qrencode=LGPL-2.1-or-later
    "utf8proc=MIT AND Unicode-DFS-2015"
    zlib=Zlib)

set(packages)
set(files)
set(relations)

# "KEY": "VALUE" of each pair, with commas between; values hold neither control characters nor backslashes.
function(pairs result)
  set(text)
  while(ARGN)
    list(POP_FRONT ARGN key value)
    string(REPLACE "\"" "\\\"" value "${value}")
    string(APPEND text ", \"${key}\": \"${value}\"")
  endwhile()
  string(SUBSTRING "${text}" 2 -1 text)
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

macro(add_relation from kind to)
  pairs(relation spdxElementId SPDXRef-${from} relationshipType ${kind} relatedSpdxElement SPDXRef-${to})
  string(APPEND relations ",\n    {${relation}}")
endmacro()

# An identifier of letters, digits, dots and hyphens.
function(identify result name)
  string(REGEX REPLACE "[^A-Za-z0-9.-]" "-" name "${name}")
  set(${result} "${name}" PARENT_SCOPE)
endfunction()

macro(add_file id path name licence copyright)
  file(SHA1 "${path}" sha1)
  file(SHA256 "${path}" sha256)
  pairs(file SPDXID SPDXRef-${id} fileName ${name} licenseConcluded "${licence}" copyrightText "${copyright}")
  string(APPEND files ",\n    {${file}, \"checksums\": [{\"algorithm\": \"SHA1\", \"checksumValue\": \"${sha1}\"}, "
                      "{\"algorithm\": \"SHA256\", \"checksumValue\": \"${sha256}\"}]}")
endmacro()

# A Debian package; `provides` are names of libraries.
macro(add_debian id package provides)
  execute_process(COMMAND dpkg-query -W -f "\${Version}|\${source:Package}|\${Architecture}|\${Homepage}" ${package}
                  OUTPUT_VARIABLE fields ERROR_QUIET)
  string(REPLACE "|" ";" fields "${fields}")
  list(GET fields 0 version)
  list(GET fields 1 source)
  list(GET fields 2 architecture)
  list(GET fields 3 home)
  set(licence NOASSERTION)
  foreach(one IN LISTS licences)
    if(one MATCHES "^([^=]*)=(.*)$" AND CMAKE_MATCH_1 STREQUAL source)
      set(licence "${CMAKE_MATCH_2}")
    endif()
  endforeach()
  string(REGEX REPLACE ":.*" "" name ${package})
  string(REPLACE "+" "%2B" locator "pkg:deb/${distribution}/${name}@${version}?arch=${architecture}")
  pairs(fields SPDXID SPDXRef-${id} name ${name} versionInfo ${version} supplier "Organization: ${distribution}"
        downloadLocation NOASSERTION licenseConcluded NOASSERTION licenseDeclared "${licence}" copyrightText NOASSERTION
        sourceInfo "built from the source package ${source}" comment "${provides}")
  pairs(reference referenceCategory PACKAGE-MANAGER referenceType purl referenceLocator "${locator}")
  if(home MATCHES "^https?://[^ ]+$")
    string(APPEND fields ", \"homepage\": \"${home}\"")
  endif()
  string(APPEND packages ",\n    {${fields}, \"filesAnalyzed\": false, \"externalRefs\": [{${reference}}]}")
endmacro()

# A library that no package brought.
macro(add_loose id name)
  pairs(fields SPDXID SPDXRef-${id} name ${name} downloadLocation NOASSERTION licenseConcluded NOASSERTION
        licenseDeclared NOASSERTION copyrightText NOASSERTION comment ${name})
  string(APPEND packages ",\n    {${fields}, \"filesAnalyzed\": false}")
endmacro()

# The Debian package of each of these files, which may be listed under / or /usr, in package_FILE.
function(find_packages)
  set(names)
  foreach(path IN LISTS ARGN)
    string(REGEX REPLACE "^/usr" "" short "${path}")
    list(APPEND names "${short}" "/usr${short}")
  endforeach()
  execute_process(COMMAND dpkg-query -S ${names} OUTPUT_VARIABLE found ERROR_QUIET)
  foreach(path IN LISTS ARGN)
    string(REGEX REPLACE "^/usr" "" short "${path}")
    string(REPLACE "+" "[+]" short "${short}")
    if(found MATCHES "(^|\n)([^,\n ]*)[^\n]*: (/usr)?${short}\n")
      string(REGEX REPLACE ":$" "" package "${CMAKE_MATCH_2}")
      set(package_${path} ${package} PARENT_SCOPE)
    endif()
  endforeach()
endfunction()

function(is_installed result package)
  execute_process(COMMAND dpkg-query -W -f "\${db:Status-Status}" ${package} OUTPUT_VARIABLE state ERROR_QUIET)
  string(COMPARE EQUAL "${state}" installed is)
  set(${result} ${is} PARENT_SCOPE)
endfunction()

set(distribution unknown)
if(EXISTS /etc/os-release)
  file(STRINGS /etc/os-release id REGEX "^ID=")
  string(REGEX REPLACE "^ID=\"?([^\"]*)\"?$" "\\1" distribution "${id}")
endif()

execute_process(COMMAND ${READELF} -d ${PROGRAM} OUTPUT_VARIABLE dynamic COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "\\(NEEDED\\)[^\n]*\\[[^]]*\\]" needed "${dynamic}")
list(TRANSFORM needed REPLACE ".*\\[(.*)\\]" "\\1")
file(GET_RUNTIME_DEPENDENCIES EXECUTABLES ${PROGRAM} RESOLVED_DEPENDENCIES_VAR libraries
     UNRESOLVED_DEPENDENCIES_VAR missing)
if(missing)
  message(FATAL_ERROR "these libraries of ${PROGRAM} are not found: ${missing}")
endif()

add_file(program ${PROGRAM} ./bin/dgs-pdf "MIT AND OFL-1.1 AND OFL-1.1-RFN"
         "2026 the dgs-pdf authors; 2023 Adobe, 2020 Google, 2018 The Fraunces Project Authors (the fonts)")
string(SHA1 verification ${sha1}) # of the one file that is analysed
string(UUID space NAMESPACE 6ba7b811-9dad-11d1-80b4-00c04fd430c8 NAME "dgs-pdf ${VERSION} ${sha256}" TYPE SHA1)

set(owners)
list(TRANSFORM libraries REPLACE ".*/" "" OUTPUT_VARIABLE sonames)
set(paths)
foreach(library IN LISTS libraries)
  file(REAL_PATH ${library} path)
  list(APPEND paths ${path})
endforeach()
find_packages(${paths})
foreach(soname path IN ZIP_LISTS sonames paths)
  set(package "${package_${path}}")
  if(package STREQUAL "")
    identify(owner ${soname})
    add_loose(${owner} ${soname})
  else()
    identify(owner ${package})
    list(APPEND provided_${owner} ${soname})
    set(package_${owner} ${package})
  endif()
  list(APPEND owners ${owner})
  if(soname IN_LIST needed)
    set(kind_${owner} DYNAMIC_LINK)
  endif()
endforeach()
list(REMOVE_DUPLICATES owners)
list(SORT owners)
foreach(owner IN LISTS owners)
  if(DEFINED package_${owner})
    list(SORT provided_${owner})
    list(JOIN provided_${owner} " " provided)
    add_debian(${owner} ${package_${owner}} "${provided}")
  endif()
  if(NOT DEFINED kind_${owner})
    set(kind_${owner} DEPENDS_ON)
  endif()
  add_relation(program ${kind_${owner}} ${owner})
endforeach()

# What is opened or started where it is there, and what only the build takes. From Debian 13 on libcups has its other name.
foreach(more libcups2=OPTIONAL_DEPENDENCY_OF=libcups.so.2 libcups2t64=OPTIONAL_DEPENDENCY_OF=libcups.so.2
             liblcms2-2=OPTIONAL_DEPENDENCY_OF=liblcms2.so.2 libwebp7=OPTIONAL_DEPENDENCY_OF=libwebp.so.7
             libfontconfig1=OPTIONAL_DEPENDENCY_OF=libfontconfig.so.1 librsvg2-bin=OPTIONAL_DEPENDENCY_OF=rsvg-convert libseccomp-dev=BUILD_DEPENDENCY_OF=libseccomp)
  string(REPLACE "=" ";" more ${more})
  list(GET more 0 package)
  list(GET more 1 kind)
  list(GET more 2 provided)
  is_installed(is ${package})
  if(is)
    add_debian(${package} ${package} ${provided})
    add_relation(${package} ${kind} dgs-pdf)
  endif()
endforeach()
string(REPLACE " " ";" compiler "${COMPILER}")
list(GET compiler 0 name)
list(GET compiler 1 version)
pairs(fields SPDXID SPDXRef-compiler name ${name} versionInfo ${version} downloadLocation NOASSERTION
      licenseConcluded NOASSERTION licenseDeclared NOASSERTION copyrightText NOASSERTION)
string(APPEND packages ",\n    {${fields}, \"filesAnalyzed\": false}")
add_relation(compiler BUILD_TOOL_OF dgs-pdf)

foreach(kind FONTS ASSETS)
  string(REPLACE "," ";" embedded "${${kind}}")
  list(SORT embedded)
  foreach(name IN LISTS embedded)
    identify(id ${name})
    if(name MATCHES "^fonts/noto/")
      add_file(${id} ${SOURCE}/${name} ./${name} OFL-1.1 "2015-2020 Google LLC")
    elseif(name MATCHES "^fonts/Source")
      add_file(${id} ${SOURCE}/${name} ./${name} OFL-1.1-RFN "2023 Adobe, with Reserved Font Name 'Source'")
    elseif(kind STREQUAL "FONTS")
      add_file(${id} ${SOURCE}/${name} ./${name} OFL-1.1 "2018 The Fraunces Project Authors")
    else()
      add_file(${id} ${SOURCE}/${name} ./${name} MIT "2026 the dgs-pdf authors")
    endif()
    add_relation(program CONTAINS ${id})
  endforeach()
endforeach()

set(created 2026-11-25T00:00:00Z) # a fixed date, so that each build writes the same document
if(DEFINED ENV{SOURCE_DATE_EPOCH})
  string(TIMESTAMP created UTC) # which is that of the variable
endif()
pairs(head spdxVersion SPDX-2.3 dataLicense CC0-1.0 SPDXID SPDXRef-DOCUMENT name "dgs-pdf ${VERSION}"
      documentNamespace urn:uuid:${space})
pairs(creation created ${created})
pairs(own SPDXID SPDXRef-dgs-pdf name dgs-pdf versionInfo ${VERSION} downloadLocation NOASSERTION licenseConcluded MIT
      licenseDeclared MIT copyrightText "2026 the dgs-pdf authors" primaryPackagePurpose APPLICATION)
pairs(describes spdxElementId SPDXRef-DOCUMENT relationshipType DESCRIBES relatedSpdxElement SPDXRef-dgs-pdf)
pairs(holds spdxElementId SPDXRef-dgs-pdf relationshipType CONTAINS relatedSpdxElement SPDXRef-program)
string(SUBSTRING "${files}" 6 -1 files)
set(bill "{
  ${head},
  \"creationInfo\": {${creation}, \"creators\": [\"Tool: dgs-pdf-${VERSION}\"]},
  \"packages\": [
    {${own}, \"filesAnalyzed\": true, \"hasFiles\": [\"SPDXRef-program\"],
     \"packageVerificationCode\": {\"packageVerificationCodeValue\": \"${verification}\"},
     \"licenseInfoFromFiles\": [\"MIT\", \"OFL-1.1\", \"OFL-1.1-RFN\"]}${packages}
  ],
  \"files\": [
    ${files}
  ],
  \"relationships\": [
    {${describes}},
    {${holds}}${relations}
  ]
}
")
set(before)
if(EXISTS ${OUT})
  file(READ ${OUT} before)
endif()
if(NOT before STREQUAL bill)
  file(WRITE ${OUT}.new "${bill}")
  file(RENAME ${OUT}.new ${OUT})
endif()
