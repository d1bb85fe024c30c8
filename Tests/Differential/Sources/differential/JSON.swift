import Foundation

/// Pandoc's JSON, whose arrays hold values of different kinds.
enum JSON {
  case null
  case number(Int)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// - Throws: when the bytes are no JSON.
  init(parsing data: Data) throws {
    self.init(try JSONSerialization.jsonObject(with: data))
  }

  private init(_ value: Any) {
    switch value {
    case let string as String: self = .string(string)
    case let array as [Any]: self = .array(array.map { JSON($0) })
    case let object as [String: Any]: self = .object(object.mapValues { JSON($0) })
    case let number as NSNumber: self = .number(number.intValue)
    default: self = .null
    }
  }

  subscript(_ index: Int) -> JSON {
    if case .array(let values) = self, values.indices.contains(index) { values[index] } else { .null }
  }

  subscript(_ key: String) -> JSON {
    if case .object(let values) = self, let value = values[key] { value } else { .null }
  }

  var array: [JSON] { if case .array(let values) = self { values } else { [] } }
  var string: String { if case .string(let value) = self { value } else { "" } }
  var number: Int { if case .number(let value) = self { value } else { 0 } }
}
