// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/scene.h"
#include "app/timeline/typeface.h"

#include <cmath>

namespace coroscope::timeline {

/// What the parts of a layout write into: a scene's layers by purpose, with clipping to a
/// rectangle.
class Canvas {
public:
    enum LayerId { Back, Bars, Labels, Arrows, Front, LayerCount };

    explicit Canvas(Scene &scene) : m_scene(scene) { scene.layers.resize(LayerCount); }

    Layer &layer(LayerId id) { return m_scene.layers[id]; }
    Scene &scene() { return m_scene; }

    /// The part of a box inside `clip`; the edges that were cut off lose their frame. False when
    /// nothing is left.
    static bool clip(Box &box, const QRectF &clip)
    {
        const QRectF inside = box.rect.intersected(clip);
        if (inside.isEmpty())
            return false;
        box.openLeft = box.openLeft || inside.left() > box.rect.left();
        box.openRight = box.openRight || inside.right() < box.rect.right();
        box.rect = inside;
        return true;
    }

    void text(LayerId id, QPointF at, const QString &string, int pixelSize, const QColor &color,
              Text::Anchor anchor = Text::Anchor::Start, bool bold = false)
    {
        if (string.isEmpty())
            return;
        layer(id).texts.push_back({at, string, pixelSize, bold, anchor, color, textWidth(string, pixelSize, bold)});
    }

private:
    Scene &m_scene;
};

/// The baseline that puts a text of this size in the middle of `y`: capitals are 0.73 of the type
/// high.
[[nodiscard]] inline double baseline(double y, int pixelSize)
{
    return std::round(y + 0.365 * pixelSize);
}

} // namespace coroscope::timeline
