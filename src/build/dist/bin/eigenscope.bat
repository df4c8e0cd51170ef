@echo off
rem Starts Eigenscope: the window without arguments, the command line with them.
rem   JAVA_HOME        the Java to use (17 or newer); otherwise the java on PATH
rem   EIGENSCOPE_OPTS  extra JVM options, separated by spaces, e.g. -Xmx12g
rem An exclamation mark in a file name is one, wherever this is called from.
setlocal EnableExtensions DisableDelayedExpansion
for %%i in ("%~dp0..") do set "APP_HOME=%%~fi"
rem the root of a drive ends with a backslash, which would take the quote after it
if "%APP_HOME:~-1%"=="\" set "APP_HOME=%APP_HOME:~0,-1%"
set "COMMAND=%~1"

if not defined JAVA_HOME goto search
rem some installers set it with quotes
set "JAVA_EXE=%JAVA_HOME:"=%\bin\java.exe"
if exist "%JAVA_EXE%" goto start
echo eigenscope: JAVA_HOME is %JAVA_HOME:"=%, which has no bin\java.exe; set it to a JDK 17 or newer, or unset it. 1>&2
exit /b 1

:search
set "JAVA_EXE="
for %%j in (java.exe) do set "JAVA_EXE=%%~$PATH:j"
if defined JAVA_EXE goto start
echo eigenscope: no java found; install Java 17 or newer, or set JAVA_HOME. 1>&2
exit /b 1

:start
rem The command line lives for a second: the serial collector starts fastest. The window keeps the JVM's choice.
set "COLLECTOR=-XX:+UseSerialGC"
if "%COMMAND%"=="" set "COLLECTOR="
if "%COMMAND%"=="open" set "COLLECTOR="

set "TUNING="
set "SHARING=-Xshare:auto"
set "ARCHIVE="
set "PART="
if not "%COMMAND%"=="figure" goto run

rem One figure is too short for the optimising compiler to pay; a bootstrap is not.
set "TUNING=-XX:TieredStopAtLevel=1"
:look
if "%~1"=="" goto share
set "ARGUMENT=%~1"
if "%ARGUMENT:~0,11%"=="--bootstrap" set "TUNING="
shift
goto look

rem Figures load thousands of classes. The first one leaves them in an archive that shortens the start of the next; it is
rem named after this Java and this jar, and the JVM goes without where it does not fit.
:share
if not defined LOCALAPPDATA goto run
if not exist "%LOCALAPPDATA%\eigenscope\" mkdir "%LOCALAPPDATA%\eigenscope" 2>nul
if not exist "%LOCALAPPDATA%\eigenscope\" goto run
for %%f in ("%JAVA_EXE%") do set "STAMP=%%~zf-%%~tf"
for %%f in ("%APP_HOME%\lib\eigenscope.jar") do set "STAMP=%STAMP%-%%~zf-%%~tf"
rem dates are written with other signs in other countries
set "STAMP=%STAMP: =%"
set "STAMP=%STAMP:/=%"
set "STAMP=%STAMP:.=%"
set "STAMP=%STAMP::=%"
rem The length is part of the name, since a shortened archive ends the JVM; the JVM checks the bytes. See decision 0037.
for %%f in ("%LOCALAPPDATA%\eigenscope\figure-%STAMP%-*.jsa") do call :consider "%%f"
if not defined ARCHIVE goto later
set "SHARING=-XX:SharedArchiveFile=%ARCHIVE%"
set "TUNING=%TUNING% -XX:+VerifySharedSpaces"
goto run
:later
set "PART=%LOCALAPPDATA%\eigenscope\part.%RANDOM%%RANDOM%"

:run
"%JAVA_EXE%" %COLLECTOR% %TUNING% "%SHARING%" -Xlog:disable -XX:MaxRAMPercentage=60 --enable-native-access=ALL-UNNAMED ^
  -Dsun.misc.unsafe.memory.access=allow -Dorg.bytedeco.javacpp.loadLibraries=false ^
  "-Djava.util.logging.config.file=%APP_HOME%\conf\logging.properties" ^
  "-Deigenscope.home=%APP_HOME%/" ^
  %EIGENSCOPE_OPTS% -jar "%APP_HOME%\lib\eigenscope.jar" %*
set "CODE=%ERRORLEVEL%"
if not defined PART exit /b %CODE%
if not "%CODE%"=="0" exit /b %CODE%
rem A run of its own makes the archive, so that the exit code is the figure's whatever becomes of it.
if not exist "%APP_HOME%\samples\digits_b20_s0.safetensors" exit /b %CODE%
rem what runs that were killed have left; what another run has open stays
for /d %%d in ("%LOCALAPPDATA%\eigenscope\part.*") do rmdir /s /q "%%d" 2>nul
mkdir "%PART%" 2>nul || exit /b %CODE%
rem without the classes of lambdas: Java 17 crashes as it writes two equal ones of one class
"%JAVA_EXE%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djdk.internal.lambda.disableEagerInitialization=true ^
  "-XX:ArchiveClassesAtExit=%PART%\classes.jsa" "-XX:ErrorFile=%PART%\error.txt" -Xlog:disable ^
  --enable-native-access=ALL-UNNAMED -Dsun.misc.unsafe.memory.access=allow -Dorg.bytedeco.javacpp.loadLibraries=false ^
  "-Djava.util.logging.config.file=%APP_HOME%\conf\logging.properties" "-Deigenscope.home=%APP_HOME%/" ^
  -jar "%APP_HOME%\lib\eigenscope.jar" figure "%APP_HOME%\samples\digits_b20_s0.safetensors#fc2.weight" ^
  -o "%PART%\x.svg" -o "%PART%\x.pdf" <nul >nul 2>nul
if errorlevel 1 goto clear
if not exist "%PART%\classes.jsa" goto clear
del /q "%LOCALAPPDATA%\eigenscope\figure-*.jsa" 2>nul
for %%f in ("%PART%\classes.jsa") do move /y "%%f" "%LOCALAPPDATA%\eigenscope\figure-%STAMP%-%%~zf.jsa" >nul 2>nul
:clear
rmdir /s /q "%PART%" 2>nul
exit /b %CODE%

:consider
rem the length is what stands after the last hyphen
set "NAME=%~n1"
set "LENGTH=%NAME:*-=%"
:last
set "REST=%LENGTH:*-=%"
if "%REST%"=="%LENGTH%" goto compare
set "LENGTH=%REST%"
goto last
:compare
if "%LENGTH%"=="%~z1" (set "ARCHIVE=%~1") else del /q "%~1" 2>nul
exit /b
