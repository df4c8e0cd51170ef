package org.eigenscope.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.eigenscope.error.BadInputException;
import org.eigenscope.study.Column;
import org.eigenscope.study.exchange.ExchangedRow;
import org.eigenscope.study.exchange.RowLines;
import scala.jdk.javaapi.CollectionConverters;

/** Rows as Parquet has them: the columns of a study, then attributes, eigenvalues and the key of the results. */
final class ParquetRow {
    private ParquetRow() {}

    static StructType schema() {
        StructType schema = new StructType();
        for (Column column : Column.values()) {
            DataType type = switch (column.type()) {
                case TEXT -> DataTypes.StringType;
                case INTEGER -> DataTypes.LongType;
                case REAL -> DataTypes.DoubleType;
            };
            schema = schema.add(column.id(), type);
        }
        return schema.add("attributes", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType))
                .add("eigenvalues", DataTypes.createArrayType(DataTypes.DoubleType, false))
                .add("content", DataTypes.StringType)
                .add("convention", DataTypes.StringType)
                .add("options", DataTypes.StringType);
    }

    static Row of(String line) throws BadInputException {
        ExchangedRow row = RowLines.read(line);
        List<Object> cells = new ArrayList<>();
        for (Column column : Column.values()) {
            cells.add(row.row().cells().values().get(column));
        }
        cells.add(CollectionConverters.asScala(row.row().attributes()));
        cells.add(row.spectrum().map(spectrum -> spectrum.computed()).orElse(null));
        cells.add(row.row().key().content());
        cells.add(row.row().key().convention());
        cells.add(row.row().key().options());
        return RowFactory.create(cells.toArray());
    }
}
