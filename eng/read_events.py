"""Reads TensorBoard event files with Python's protobuf: python3 read_events.py FOLDER.

Checks both checksums of every record and that no message has a field that the schema does not know. The schema is that of
TensorBoard's event.proto, summary.proto, histogram.proto, tensor.proto and tensor_shape.proto, without what no writer here uses.
"""

import glob
import struct
import sys

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

Field = descriptor_pb2.FieldDescriptorProto
SCHEMA = {
    "Event": [("wall_time", 1, "double"), ("step", 2, "int64"), ("file_version", 3, "string"), ("summary", 5, "Summary")],
    "Summary": [("value", 1, "Value*")],
    "Value": [("tag", 1, "string"), ("simple_value", 2, "float"), ("image", 4, "Image"), ("histo", 5, "HistogramProto"),
              ("tensor", 8, "TensorProto"), ("metadata", 9, "SummaryMetadata")],
    "Image": [("height", 1, "int32"), ("width", 2, "int32"), ("colorspace", 3, "int32"), ("encoded_image_string", 4, "bytes")],
    "HistogramProto": [("min", 1, "double"), ("max", 2, "double"), ("num", 3, "double"), ("sum", 4, "double"),
                       ("sum_squares", 5, "double"), ("bucket_limit", 6, "double*"), ("bucket", 7, "double*")],
    "TensorProto": [("dtype", 1, "int32"), ("tensor_shape", 2, "TensorShapeProto"), ("string_val", 8, "bytes*")],
    "TensorShapeProto": [("dim", 2, "Dim*")],
    "Dim": [("size", 1, "int64"), ("name", 2, "string")],
    "SummaryMetadata": [("plugin_data", 1, "PluginData"), ("display_name", 2, "string")],
    "PluginData": [("plugin_name", 1, "string"), ("content", 2, "bytes")],
}


def event_class():
    file = descriptor_pb2.FileDescriptorProto(name="event.proto", package="tensorboard", syntax="proto3")
    for name, fields in SCHEMA.items():
        message = file.message_type.add(name=name)
        for field, number, kind in fields:
            label = Field.LABEL_REPEATED if kind.endswith("*") else Field.LABEL_OPTIONAL
            kind = kind.rstrip("*")
            added = message.field.add(name=field, number=number, label=label)
            if kind in SCHEMA:
                added.type, added.type_name = Field.TYPE_MESSAGE, f".tensorboard.{kind}"
            else:
                added.type = getattr(Field, f"TYPE_{kind.upper()}")
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return message_factory.MessageFactory(pool).GetPrototype(pool.FindMessageTypeByName("tensorboard.Event"))


def masked_crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0x82F63B78 if crc & 1 else 0)
    crc ^= 0xFFFFFFFF
    return ((crc >> 15 | crc << 17) + 0xA282EAD8) & 0xFFFFFFFF


def records(path):
    with open(path, "rb") as file:
        while header := file.read(12):
            length, checksum = struct.unpack("<QI", header)
            assert checksum == masked_crc32c(header[:8]), "checksum of a length"
            data = file.read(length)
            (checksum,) = struct.unpack("<I", file.read(4))
            assert checksum == masked_crc32c(data), "checksum of a record"
            yield data


def main(folder):
    event = event_class()
    paths = glob.glob(f"{folder}/events.out.tfevents.*")
    assert paths, f"no event file in {folder}"
    for path in paths:
        for i, data in enumerate(records(path)):
            read = event.FromString(data)
            known = event.FromString(data)
            known.DiscardUnknownFields()
            assert known.SerializeToString() == read.SerializeToString(), "a field that the schema does not know"
            assert (i == 0) == (read.file_version == "brain.Event:2"), "the version stands first"
            for value in read.summary.value:
                kind = next(field.name for field, _ in value.ListFields() if field.name not in ("tag", "metadata"))
                print(f"step {read.step}  {value.tag}  {kind}  {describe(value, kind)}")


def describe(value, kind):
    if kind == "simple_value":
        return f"{value.simple_value:g}"
    if kind == "histo":
        return f"{value.histo.num:g} values from {value.histo.min:g} to {value.histo.max:g} in {len(value.histo.bucket)} buckets"
    if kind == "image":
        return f"{value.image.width} x {value.image.height}, {len(value.image.encoded_image_string)} bytes"
    return f"{value.metadata.plugin_data.plugin_name}: {value.tensor.string_val[0].decode()!r}"


main(sys.argv[1])
