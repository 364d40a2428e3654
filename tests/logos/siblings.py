"""More drawings in the manner of programs, each with something that no other has: what newer versions write, what their plug-ins
add, what offices and tracers export."""
import base64
import struct
import zlib

import makers

# A JPEG of 16 by 16 pixels, which its Exif data turn.
TURNED = (
    "/9j/4QAiRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAD/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQY"
    "GBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo"
    "KCgoKCgoKCgoKCgoKCj/wAARCAAQABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAUH/8QAFhAAAwAAAAAAAAAAAAAAAAAAABVi/8QAFAEBAAAA"
    "AAAAAAAAAAAAAAAAB//EABcRAAMBAAAAAAAAAAAAAAAAAAAUYRb/2gAMAwEAAhEDEQA/AIaaQmk0hNITSHugohu0/9k="
)


def wide():
    """A picture whose colors are those of a wide screen, by gAMA and cHRM."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    numbers = (31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000)
    rows = b"".join(b"\0" + bytes((16 * y, 120, 90)) * 16 for y in range(16))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 16, 16, 8, 2, 0, 0, 0)) + chunk(b"gAMA", struct.pack(">I", 45455)) +
            chunk(b"cHRM", struct.pack(">8I", *numbers)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def image(kind, data):
    return f'<image x="10" y="10" width="80" height="80" href="data:image/{kind};base64,{data}"/>'


def drawings():
    green, gold, red, blue = makers.GREEN, makers.GOLD, makers.RED, makers.BLUE
    root = f'<svg {makers.SVG} {makers.XLINK} viewBox="0 0 200 100">'
    disc, box = f'<circle cx="50" cy="50" r="40" fill="{green}"/>', f'<rect x="110" y="20" width="80" height="60" fill="{red}"/>'
    ai = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">]>'
    yield "illustrator-switch", f'{ai}<svg {makers.SVG} xmlns:i="&ns_ai;" viewBox="0 0 200 100"><switch><foreignObject requiredExtensions="&ns_ai;" width="1" height="1"><i:pgfRef/></foreignObject><g i:extraneous="self">{disc}{box}</g></switch></svg>'
    yield "illustrator-isolation", root + f'<style>.a{{isolation:isolate}}.b{{mix-blend-mode:multiply}}</style><g class="a"><g class="b">{disc}</g><circle class="b" cx="90" cy="50" r="40" fill="{gold}"/></g></svg>'
    yield "illustrator-overflow", root + f'<defs><rect id="SVGID_1_" width="100" height="100"/></defs><clipPath id="SVGID_2_"><use xlink:href="#SVGID_1_" style="overflow:visible;"/></clipPath><g style="clip-path:url(#SVGID_2_);"><circle cx="90" cy="50" r="40" fill="{red}"/></g></svg>'
    yield "figma-p3-after", root + f'<circle cx="50" cy="50" r="40" style="fill:{green};fill:color(display-p3 0.16 0.36 0.35);fill-opacity:1"/>{box}</svg>'
    yield "figma-oklch", root + f'<circle cx="50" cy="50" r="40" fill="oklch(0.45 0.08 190)"/>{box}</svg>'
    yield "figma-conic", root + f'<g clip-path="url(#p)"><foreignObject width="100" height="100"><div xmlns="http://www.w3.org/1999/xhtml" style="background:conic-gradient({green},{gold});height:100%"></div></foreignObject></g><clipPath id="p"><circle cx="50" cy="50" r="40"/></clipPath>{box}</svg>'
    yield "figma-layer-blur", root + f'<filter id="f" x="0" y="0" width="100" height="100" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB"><feFlood flood-opacity="0" result="BackgroundImageFix"/><feBlend in="SourceGraphic" in2="BackgroundImageFix" result="shape"/><feGaussianBlur stdDeviation="3"/></filter><g filter="url(#f)">{disc}</g>{box}</svg>'
    yield "canva-alpha", root + f'<filter x="0%" y="0%" width="100%" height="100%" id="i"><feColorMatrix values="0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 0.2126 0.7152 0.0722 0 0" color-interpolation-filters="sRGB"/></filter><mask id="m"><g filter="url(#i)"><rect width="200" height="100" fill="#fff" fill-opacity=".5"/></g></mask><g mask="url(#m)">{disc}</g>{box}</svg>'
    yield "inkscape-flow", root + f'{disc}<flowRoot style="font-size:20px;fill:{red}"><flowRegion><rect x="100" y="20" width="90" height="60"/></flowRegion><flowPara>Willow Creek</flowPara></flowRoot></svg>'
    yield "inkscape-paint-order", root + f'<circle cx="50" cy="50" r="34" style="fill:{gold};stroke:{green};stroke-width:12;paint-order:stroke fill markers"/>{box}</svg>'
    yield "inkscape-hatch", root + f'<defs><hatch id="h" pitch="6"><hatchpath stroke="{green}" stroke-width="3"/></hatch></defs><rect x="10" y="10" width="80" height="80" fill="url(#h)"/>{box}</svg>'
    yield "css-clip-path", root + f'<rect x="10" y="10" width="80" height="80" fill="{green}" style="clip-path:circle(30px at 50px 50px)"/>{box}</svg>'
    yield "css-color-mix", root + f'<circle cx="50" cy="50" r="40" style="fill:color-mix(in srgb, {green} 50%, white)"/>{box}</svg>'
    yield "css-supports", root + f'<style>@supports (fill:red){{rect{{fill:{red}}}}}</style>{disc}<rect x="110" y="20" width="80" height="60"/></svg>'
    yield "css-rotate", root + f'<rect x="20" y="20" width="60" height="60" fill="{green}" style="rotate:20deg;transform-origin:50px 50px"/>{box}</svg>'
    yield "css-moves", root + f'<style>@keyframes s{{from{{opacity:0}}to{{opacity:1}}}} .a{{opacity:0;animation:s 1s forwards}}</style><g class="a">{disc}</g>{box}</svg>'
    yield "context-stroke", root + f'<marker id="m" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="4" markerHeight="4" orient="auto"><path d="M0 0L10 5L0 10z" fill="context-stroke"/></marker><path d="M30 50H150" stroke="{green}" stroke-width="6" marker-end="url(#m)"/></svg>'
    yield "pattern-of-pattern", root + f'<defs><pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><circle cx="5" cy="5" r="4" fill="{green}"/></pattern><pattern id="q" href="#p" patternTransform="rotate(45) scale(1.5)"/></defs><rect x="10" y="10" width="80" height="80" fill="url(#q)"/>{box}</svg>'
    yield "focal", root + f'<radialGradient id="g" fx=".3" fy=".3" fr=".1"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="{green}"/></radialGradient><circle cx="50" cy="50" r="40" fill="url(#g)"/>{box}</svg>'
    yield "reflect", root + f'<linearGradient id="g" x2=".2" spreadMethod="reflect"><stop offset="0" stop-color="{red}"/><stop offset="1" stop-color="{gold}"/></linearGradient><circle cx="50" cy="50" r="40" fill="url(#g)"/>{box}</svg>'
    yield "symbol-size", root + f'<symbol id="s" viewBox="0 0 10 10" width="80" height="80" x="10" y="10"><circle cx="5" cy="5" r="5" fill="{green}"/></symbol><use href="#s"/>{box}</svg>'
    yield "picture-turned", root + image("jpeg", TURNED) + box + "</svg>"
    yield "picture-wide", root + image("png", base64.b64encode(wide()).decode()) + box + "</svg>"
    yield "picture-webp", root + image("webp", "UklGRhIAAABXRUJQVlA4TAYAAAAvQWxvAGsA") + box + "</svg>"
    yield "letters-turned", root + f'<text x="10" y="60" rotate="0 10 20 30" font-size="32" font-family="sans-serif" fill="{red}">Willow</text></svg>'
    yield "languages", root + f'<switch><g systemLanguage="de">{box}</g><g systemLanguage="en">{disc}</g><g>{box}</g></switch></svg>'
    yield "potrace", f'<svg {makers.SVG} width="200.000000pt" height="100.000000pt" viewBox="0 0 200.000000 100.000000" preserveAspectRatio="xMidYMid meet"><metadata>Created by a tracer</metadata><g transform="translate(0.000000,100.000000) scale(0.100000,-0.100000)" fill="#000000" stroke="none"><path d="M100 500 c0 -220 180 -400 400 -400 220 0 400 180 400 400 0 220 -180 400 -400 400 -220 0 -400 -180 -400 -400z m200 0 l200 200 200 -200 -200 -200z"/></g></svg>'
    yield "powerpoint", f'<svg width="200" height="100" {makers.SVG} overflow="hidden"><defs><clipPath id="clip0"><rect x="440" y="200" width="200" height="100"/></clipPath></defs><g clip-path="url(#clip0)" transform="translate(-440 -200)"><path d="M450 250C450 227.909 467.909 210 490 210 512.091 210 530 227.909 530 250 530 272.091 512.091 290 490 290 467.909 290 450 272.091 450 250Z" fill="{blue}" fill-rule="evenodd"/></g></svg>'
    yield "office-draw", f'<svg version="1.2" width="200mm" height="100mm" viewBox="0 0 20000 10000" fill-rule="evenodd" stroke-width="28.222" {makers.SVG}><g class="com.sun.star.drawing.CustomShape"><rect class="BoundingBox" stroke="none" fill="none" x="1000" y="1000" width="8000" height="8000"/><path fill="rgb(11,95,90)" stroke="none" d="M 5000,9000 L 1000,5000 5000,1000 9000,5000 5000,9000 Z"/></g></svg>'
    yield "percent", root + f'<circle cx="50" cy="50" r="40" fill="{green}" opacity="50%"/><rect x="110" y="20" width="80" height="60" fill="{red}" fill-opacity="40%"/></svg>'
    yield "script", root + f"{disc}{box}<script><![CDATA[(function(s){{}})()]]></script></svg>"
    yield "gradient-of-a-line", root + f'<linearGradient id="g"><stop stop-color="{red}"/><stop offset="1" stop-color="{green}"/></linearGradient><path d="M10 50H190" stroke="url(#g)" stroke-width="10"/>{disc}</svg>'
