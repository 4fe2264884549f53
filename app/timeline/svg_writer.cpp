// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/svg_writer.h"

#include "app/timeline/svg_element.h"
#include "app/timeline/svg_text.h"
#include "app/timeline/theme.h"

#include <algorithm>
#include <vector>

namespace coroscope::timeline {

namespace {

/// Appends elements to a document.
class Writer {
public:
    Writer(const Scene &scene, const QString &title, double millimetres)
    {
        const double factor = millimetres > 0 ? millimetres / scene.size.width() : 1;
        const char *unit = millimetres > 0 ? "mm" : "";
        m_out.reserve(1 << 16);
        m_out += "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"";
        number(scene.size.width() * factor);
        m_out += unit;
        m_out += "\" height=\"";
        number(scene.size.height() * factor);
        m_out += unit;
        m_out += "\" viewBox=\"0 0 ";
        number(scene.size.width());
        m_out += ' ';
        number(scene.size.height());
        m_out += "\" font-family=\"" + fontFamily().toUtf8() + ", sans-serif\">\n";
        if (!title.isEmpty()) {
            m_out += "<title>";
            escaped(title);
            m_out += "</title>\n";
        }
    }

    QByteArray finish()
    {
        m_out += "</svg>\n";
        return std::move(m_out);
    }

    void background(const Scene &scene)
    {
        m_out += "<rect width=\"100%\" height=\"100%\"";
        paint(" fill=\"", scene.background);
        m_out += "/>\n";
    }

    /// Writes the elements one behind the other. What several in a row have in common is said once, of a group: half
    /// the size where there are many.
    void layer(const Layer &layer)
    {
        const std::vector<SvgElement> elements = svgElements(layer);
        for (auto element = elements.begin(); element != elements.end();) {
            const auto end = std::find_if_not(element + 1, elements.end(),
                                              [&](const SvgElement &other) { return element->looksLike(other); });
            const bool grouped = end - element > 1 && hasLook(*element);
            if (grouped) {
                m_out += "<g";
                look(*element);
                m_out += ">\n";
            }
            for (; element != end; ++element)
                write(*element, !grouped);
            if (grouped)
                m_out += "</g>\n";
        }
    }

private:
    void number(double value) { appendNumber(m_out, value); }
    void paint(const char *start, const QColor &color) { appendAttribute(m_out, start, color); }
    void escaped(const QString &text) { appendEscaped(m_out, text); }

    static bool hasLook(const SvgElement &element)
    {
        return element.fill.isValid() || element.stroke.isValid() || !element.look.isEmpty();
    }

    void look(const SvgElement &element)
    {
        if (element.fill.isValid())
            paint(" fill=\"", element.fill);
        if (element.stroke.isValid())
            paint(" stroke=\"", element.stroke);
        m_out += element.look;
    }

    void write(const SvgElement &element, bool looks)
    {
        QByteArray path;
        if (element.hatch && (path = stripesPath(*element.hatch)).isEmpty())
            return;
        m_out += '<';
        m_out += tagName(element.id.tag);
        if (looks)
            look(element);
        if (element.hatch)
            m_out += " d=\"" + path + '"';
        else
            place(element);
        if (element.text.isEmpty()) {
            m_out += "/>\n";
            return;
        }
        m_out += '>';
        escaped(element.text);
        m_out += "</text>\n";
    }

    void place(const SvgElement &element)
    {
        m_out += element.geometry;
        for (std::size_t i = 0; i < element.moving(); ++i)
            appendAttribute(m_out, QByteArray(" ").append(element.names()[i]).append("=\"").constData(),
                            element.along[i]);
    }

    QByteArray m_out;
};

} // namespace

QByteArray toSvg(const Scene &scene, const QString &title, double millimetres)
{
    Writer writer(scene, title, millimetres);
    writer.background(scene);
    for (const Layer &layer : scene.layers)
        writer.layer(layer);
    return writer.finish();
}

} // namespace coroscope::timeline
