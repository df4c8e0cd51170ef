% Variables of every type that Octave 7.3 saves as text, and the spectra that it computes of them.
% Run in this folder: octave-cli make.m; writes octave.txt and octave.csv (name, rows, columns, largest eigenvalue).
rand("seed", 16);
full4x3 = reshape((1:12) / 8, 4, 3);
sparse4x3 = sparse([1 2 4], [1 3 2], [1.5 -2 0.25], 4, 3);
masks = full4x3 > 0.5;
integers = int32([1 2; 3 4]);
identity = eye(3);
scaled = diag([1 2 3]);
single2 = single([1.5 2; 3 5]);
[~, ~, swapped] = lu([0 1; 1 0]);
flags = sparse([true false; true true]);
stacked = reshape(1:24, 2, 3, 4);
boxed = {1, [1 2; 3 4]};
fields.a = [1 2; 3 7];
fields.b = "text";
complexes = full4x3 + 1i;
nothing = [];
hollow = zeros(3, 0);
words = "hello";
number = 3.5;
range = 1:5;
names = {"full4x3", full4x3; "sparse4x3", full(sparse4x3); "masks", double(masks); "integers", double(integers); ...
    "identity", full(identity); "scaled", full(scaled); "single2", double(single2); "swapped", full(swapped); ...
    "flags", full(double(flags)); "stacked", reshape(stacked, 2, 12); "boxed{1,2}", boxed{2}; "fields.a", fields.a};
% a tensor flattens to first x rest, rest row-major
names{10, 2} = reshape(permute(stacked, [1 3 2]), 2, 12);
out = fopen("octave.csv", "w");
for i = 1:rows(names)
  m = names{i, 2};
  if issquare(m) && isequal(m, m')
    largest = max(eig(m));
  else
    largest = max(svd(m)) ^ 2;
  end
  fprintf(out, "%s,%d,%d,%.17g\n", strrep(names{i, 1}, ",", ";"), rows(m), columns(m), largest);
end
fclose(out);
clear names out m largest i ans
save -text octave.txt
