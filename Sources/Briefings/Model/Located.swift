/// A value from front matter, with the place it was written at.
package struct Located<Value: Sendable>: Sendable {
  package let value: Value
  /// UTF-8 range in the file.
  package let source: Range<Int>

  package init(_ value: Value, _ source: Range<Int>) {
    self.value = value
    self.source = source
  }
}

extension Located: Equatable where Value: Equatable {}
