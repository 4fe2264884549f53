// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace coroscope {

/// A splitter whose handles take the focus: the arrow keys move them, and assistive technology by percents of the room.
class Splitter : public QSplitter {
    Q_OBJECT

public:
    explicit Splitter(Qt::Orientation orientation, QWidget *parent = nullptr);

    /// What is moved by the handle in front of part `index`, for assistive technology and the tip.
    void nameHandle(int index, const QString &name);

protected:
    QSplitterHandle *createHandle() override;
};

} // namespace coroscope
