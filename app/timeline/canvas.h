// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/scene.h"
#include "app/timeline/typeface.h"

#include <array>
#include <cmath>

namespace coroscope::timeline {

/// What the parts of a layout write into: a scene's layers by purpose, with clipping to a
/// rectangle.
class Canvas {
public:
    enum LayerId { Back, Bars, Labels, Arrows, Front, LayerCount };

    explicit Canvas(Scene &scene) : m_scene(scene)
    {
        scene.layers.resize(LayerCount);
        for (std::size_t i = 0; i < LayerCount; ++i) { // what is there already has its keys
            const Layer &layer = scene.layers[i];
            m_stamped[i] = {layer.boxes.size(), layer.hatches.size(), layer.lines.size(), layer.shapes.size(),
                            layer.texts.size()};
        }
    }

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

    /// Says what all items are that were added since the last call.
    void stamp(ItemKey key)
    {
        for (std::size_t i = 0; i < LayerCount; ++i) {
            Layer &layer = m_scene.layers[i];
            Stamped &stamped = m_stamped[i];
            stampNew(layer.boxes, stamped.boxes, key);
            stampNew(layer.hatches, stamped.hatches, key);
            stampNew(layer.lines, stamped.lines, key);
            stampNew(layer.shapes, stamped.shapes, key);
            stampNew(layer.texts, stamped.texts, key);
        }
    }

    void text(LayerId id, QPointF at, const QString &string, int pixelSize, const QColor &color,
              Text::Anchor anchor = Text::Anchor::Start, bool bold = false)
    {
        if (string.isEmpty())
            return;
        layer(id).texts.push_back({at, string, pixelSize, bold, anchor, color, textWidth(string, pixelSize, bold)});
    }

private:
    /// How many items of each sort have their keys.
    struct Stamped {
        std::size_t boxes = 0;
        std::size_t hatches = 0;
        std::size_t lines = 0;
        std::size_t shapes = 0;
        std::size_t texts = 0;
    };

    template <class Item>
    static void stampNew(std::vector<Item> &items, std::size_t &stamped, ItemKey key)
    {
        for (key.nth = 0; stamped < items.size(); ++stamped, ++key.nth)
            items[stamped].key = key;
    }

    Scene &m_scene;
    std::array<Stamped, LayerCount> m_stamped;
};

/// The baseline that puts a text of this size in the middle of `y`: capitals are 0.73 of the type
/// high.
[[nodiscard]] inline double baseline(double y, int pixelSize)
{
    return std::round(y + 0.365 * pixelSize);
}

} // namespace coroscope::timeline
