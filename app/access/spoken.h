// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QString>

class QLabel;
class QWidget;

namespace coroscope::access {

// What assistive technology is told of the window, where Qt tells too little or too much. Qt 6.4:
//   - calls a label with an accessible name by that name and never by its text;
//   - has no role for a plain widget ("filler");
//   - gives buttons no keys but those they catch themselves;
//   - tells of every new text of a label, sixty times a second if it changes so often;
//   - has nothing by which a sentence could be announced.
// All functions are for the thread of the window.

/// Has to be called before the first widget is named: Qt keeps the interface it made first. Any number of times.
void install();

/// Sets the accessible name if it is another one: Qt tells of a change in any case.
void setName(QWidget &widget, const QString &name);
/// The name of a control, and the keys that do the same: "Space". Its tip says both.
void setControl(QWidget &control, const QString &name, const QString &keys = {});
/// Where the tip says something else.
void setControl(QWidget &control, const QString &name, const QString &keys, const QString &tip);

/// What the widget is, when its class does not tell. NoRole: decoration, which is left out.
void setRole(QWidget &widget, QAccessible::Role role);

/// A label whose text changes with every frame: it is read when somebody asks, and nobody is told of changes.
void setQuiet(QLabel &label);
/// A description that is read when somebody asks, of which nobody is told.
void setDescription(QWidget &widget, const QString &description);

/// Has what the widget says now read out, whatever has the focus. Its role should be Notification.
void announce(QWidget &widget);

/// A widget whose figures are in real units: seconds, not steps of a slider.
class RealValue {
public:
    struct Range {
        double least = 0;
        double most = 0;
        double step = 0;
    };

    RealValue() = default;
    virtual ~RealValue() = default;
    RealValue(const RealValue &) = delete;
    RealValue &operator=(const RealValue &) = delete;

    [[nodiscard]] virtual double realValue() const = 0;
    [[nodiscard]] virtual Range realRange() const = 0;
    /// With its unit: "1.2 s".
    [[nodiscard]] virtual QString realText() const = 0;
    virtual void setRealValue(double value) = 0;
};

} // namespace coroscope::access
