# The engine's libraries from their plain sources: DGS_SOURCES holds a folder for each (sources.sh). Each is built from a
# list of files, since their own builds want a system to look at.

# Builds FILES, without their ends in .c, of the folder `where` as the target `name`; those who link it get `where` and
# INCLUDES as folders of headers.
function(dgs_library name where)
  cmake_parse_arguments(lib "" "" "FILES;FLAGS;INCLUDES" ${ARGN})
  set(files)
  foreach(file ${lib_FILES})
    if(NOT file MATCHES "\\.cc$")
      string(APPEND file .c)
    endif()
    list(APPEND files ${where}/${file})
  endforeach()
  add_library(${name} OBJECT ${files})
  target_compile_options(${name} PRIVATE -w -D_GNU_SOURCE ${lib_FLAGS})
  target_include_directories(${name} SYSTEM PUBLIC ${lib_INCLUDES} ${where} PRIVATE ${shim})
endfunction()

file(GLOB found LIST_DIRECTORIES true ${DGS_SOURCES}/*)
foreach(folder ${found})
  get_filename_component(name ${folder} NAME)
  set(from_${name} ${folder})
endforeach()

# What the built-in fonts, which have neither CFF outlines nor AAT nor variations nor colors, never reach is left out.
# harfbuzz-subset.cc includes the whole core.
set(lean)
foreach(part AAT CFF COLOR VAR MATH META STYLE BUFFER_SERIALIZE BUFFER_VERIFY BUFFER_MESSAGE LEGACY LAYOUT_UNUSED BITMAP
             MT MMAP OPEN GETENV SETLOCALE ATEXIT)
  list(APPEND lean -DHB_NO_${part})
endforeach()
dgs_library(harfbuzz ${from_harfbuzz}/src FILES harfbuzz-subset.cc FLAGS -std=c++11 -fno-exceptions -fno-rtti
                                                                        -fno-threadsafe-statics ${lean})

file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/include)
file(COPY_FILE ${from_libpng}/scripts/pnglibconf.h.prebuilt ${CMAKE_BINARY_DIR}/include/pnglibconf.h ONLY_IF_DIFFERENT)
dgs_library(png ${from_libpng} FILES png pngerror pngget pngmem pngpread pngread pngrio pngrtran pngrutil pngset pngtrans
            INCLUDES ${CMAKE_BINARY_DIR}/include ${from_zlib})
dgs_library(z ${from_zlib} FILES adler32 crc32 deflate inflate inftrees inffast trees uncompr zutil FLAGS -DHAVE_UNISTD_H)
dgs_library(deflate ${from_libdeflate} FILES lib/adler32 lib/deflate_compress lib/deflate_decompress lib/utils
            lib/zlib_compress lib/zlib_decompress)
dgs_library(cmark ${from_cmark}/src FILES blocks buffer cmark cmark_ctype houdini_href_e houdini_html_e houdini_html_u
            inlines iterator node references scanners utf8 INCLUDES ${shim})
dgs_library(expat ${from_expat}/expat/lib FILES xmlparse xmlrole xmltok FLAGS -DHAVE_EXPAT_CONFIG_H)
dgs_library(jpeg ${from_libjpeg-turbo} FILES jcomapi jdapimin jdapistd jdarith jaricom jdatasrc jdcoefct jdcolor jddctmgr
            jdhuff jdinput jdmainct jdmarker jdmaster jdmerge jdphuff jdpostct jdsample jdtrans jerror jidctflt jidctfst
            jidctint jidctred jmemmgr jmemnobs jquant1 jquant2 jutils jdicc jsimd_none INCLUDES ${shim})
dgs_library(webp ${from_libwebp} FILES src/dec/alpha_dec src/dec/buffer_dec src/dec/frame_dec src/dec/idec_dec src/dec/io_dec
            src/dec/quant_dec src/dec/tree_dec src/dec/vp8_dec src/dec/vp8l_dec src/dec/webp_dec src/dsp/alpha_processing
            src/dsp/cpu src/dsp/dec src/dsp/dec_clip_tables src/dsp/filters src/dsp/lossless src/dsp/rescaler src/dsp/upsampling
            src/dsp/yuv src/utils/bit_reader_utils src/utils/color_cache_utils src/utils/filters_utils src/utils/huffman_utils
            src/utils/quant_levels_dec_utils src/utils/random_utils src/utils/rescaler_utils src/utils/thread_utils
            src/utils/utils INCLUDES ${from_libwebp}/src)
# It reads ahead by the word of the processor, which it knows by name: where a damaged picture ends too early, what it
# draws depends on that. As on 64-bit processors, then. What is in dsp takes the name for SSE.
file(GLOB reading ${from_libwebp}/src/dec/*.c ${from_libwebp}/src/utils/*.c)
set_source_files_properties(${reading} PROPERTIES COMPILE_DEFINITIONS __x86_64__)
dgs_library(lcms ${from_lcms2}/src FILES cmsalpha cmscam02 cmscnvrt cmserr cmsgamma cmsgmt cmshalf cmsintrp cmsio0 cmsio1 cmslut
            cmsmd5 cmsmtrx cmsnamed cmsopt cmspack cmspcs cmsplugin cmssamp cmssm cmstypes cmsvirt cmswtpnt cmsxform
            FLAGS -DCMS_NO_PTHREADS INCLUDES ${from_lcms2}/include)
dgs_library(jansson ${from_jansson}/src FILES dump error hashtable hashtable_seed load memory pack_unpack strbuffer strconv
            utf value version FLAGS -DHAVE_CONFIG_H INCLUDES ${shim})
# Debian's patch makes settings of inih variables. Where the patch cannot be had they are constants of these values.
file(STRINGS ${from_inih}/ini.h ini_variable REGEX "extern int ini_max_line;")
dgs_library(inih ${from_inih} FILES ini FLAGS -DINI_MAX_LINE=4098 -DINI_USE_STACK=1 -DINI_ALLOW_INLINE_COMMENTS=0
            INCLUDES $<$<NOT:$<BOOL:${ini_variable}>>:${shim}/plain>)
dgs_library(utf8proc ${from_utf8proc} FILES utf8proc FLAGS -DUTF8PROC_STATIC)
dgs_library(qrencode ${from_qrencode} FILES qrencode qrinput bitstream qrspec rsecc split mask mmask mqrspec
            FLAGS -DHAVE_CONFIG_H)
dgs_library(hpdf ${from_libharu}/src FILES hpdf_array hpdf_binary hpdf_boolean hpdf_dict hpdf_encoder hpdf_error hpdf_list
            hpdf_mmgr hpdf_name hpdf_null hpdf_number hpdf_objects hpdf_real hpdf_streams hpdf_string hpdf_utils hpdf_xref
            hpdf_encrypt hpdf_encryptdict INCLUDES ${shim} ${from_libharu}/include ${from_zlib})

# nettle's headers are included as <nettle/...>; its version.h is made by its own build.
file(GLOB headers ${from_nettle}/*.h)
file(COPY ${headers} DESTINATION ${CMAKE_BINARY_DIR}/include/nettle)
file(READ ${from_nettle}/version.h.in nettle_version)
string(REPLACE "@GMP_NUMB_BITS@" 32 nettle_version "${nettle_version}")
string(REGEX REPLACE "@[A-Za-z_]+@" 0 nettle_version "${nettle_version}")
file(WRITE ${CMAKE_BINARY_DIR}/include/nettle/version.h.new "${nettle_version}")
file(COPY_FILE ${CMAKE_BINARY_DIR}/include/nettle/version.h.new ${CMAKE_BINARY_DIR}/include/nettle/version.h
     ONLY_IF_DIFFERENT)
dgs_library(nettle ${from_nettle} FILES sha256 sha256-compress write-be32 FLAGS -DHAVE_CONFIG_H
            INCLUDES ${CMAKE_BINARY_DIR}/include)
